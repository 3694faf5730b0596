"""LNDb: lung nodules on chest CT, drawn by one to five radiologists, each in a file of their own.

A pixel's value is the number of a finding of that reader, so the same nodule has another number in
another reader's file. `trainNodules.csv` says of each finding whether the reader took it for a
nodule: findings that are none (`Nodule` 0) were not drawn. Nodules of 3 mm and more were drawn; a
scan without them may hold smaller ones, so nothing is said to be absent. Test scans have no masks.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="lndb",
    title="LNDb",
    version="4.0.0",
    homepage="https://zenodo.org/records/7153205",
    license="CC-BY-NC-ND-4.0",
    access="registration",
    commercial=False,
    derivatives=False,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Pedrosa et al., LNDb, arXiv:1911.08434",
    cases=Files("data{part:d}/LNDb-{case:04d}.mhd"),
    subject="{case}",
    labels=[
        Mask(
            "masks/**/LNDb-{case}_rad{rater:d}.mhd",  # some unpack to masks/masks
            name="lung nodule",
            instances="{pixel}",
            rater="{rater}",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/rajpurkarlab/BenchMD src/datasets/ct/lndb.py",
        'public code search for "trainNodules_gt.csv"',
    ),
    verified="loader",
)
