"""PANTHER task 1: pancreatic tumours on contrast-enhanced T1-weighted MR, arterial phase.

The number before the first underscore is the patient; all 92 labelled images have 0001 after it.
Value 2 is the pancreas, out of which the tumour is cut. The unlabelled part of the release, other
sequences (`ImagesTr_unlabeled`), is not read.
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
        Mask(
            "LabelsTr/{patient}_{study}.mha",
            names={1: "pancreatic tumour", 2: "pancreas"},
            includes={2: (1,)},
        ),
    ],
    evidence=(
        "https://github.com/rajpurkarlab/ReX-MLE "
        "rex-mle/rexmle/challenges/panther-task1/prepare.py",
        'public code search for "nnUNetTrainer_PANTHER_3Class" (values 1 and 2, unaltered labels)',
        "https://github.com/DIAGNijmegen/PANTHER_baseline (92 patients; tumour and pancreas)",
    ),
    verified="loader",
)
