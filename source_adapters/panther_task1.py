"""PANTHER task 1: pancreatic tumours on contrast-enhanced T1-weighted MR, arterial phase.

The number before the first underscore is the patient, who may have several studies. Value 2, where
a copy has it, is the pancreas around the tumour (from memory) and ignored. The unlabelled part of
the release (`ImagesTr_unlabeled`) is not read.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="panther-task1",
    title="PANTHER task 1 (pancreatic tumour, diagnostic MR)",
    version="1.0.0",
    homepage="https://panther.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="MR",
    sequence="T1w+Gd",
    anatomy=("pancreas",),
    department="Oncology (Medical)",
    cite="PANTHER, Zenodo 2025, doi:10.5281/zenodo.15192302",
    cases=Files("ImagesTr/{patient:d}_{study:4}_0000.mha"),
    subject="{patient}",
    study="{patient}-{study}",
    labels=[
        Mask("LabelsTr/{patient}_{study}.mha", names={1: "pancreatic tumour", 2: None}),
    ],
    evidence=(
        "https://github.com/rajpurkarlab/ReX-MLE "
        "rex-mle/rexmle/challenges/panther-task1/prepare.py",
    ),
    verified="loader",
)
