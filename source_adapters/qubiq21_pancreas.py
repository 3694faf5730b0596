"""QUBIQ 2021, its 3D part: pancreas and pancreatic lesions on CT, drawn by several raters.

The files are arrays (slice, row, column) under a header that says 1 mm in each direction: planes,
sides and sizes are not told. A folder `caseA-B` is scan B of patient A, numbered anew in each of
the two tasks, whose patients may be the same. An answer without the structure is possible and is
unknown. The 2D tasks are not read. Users' copies have a folder more, `Training` or `Validation`.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="qubiq21-pancreas",
    title="QUBIQ 2021 (pancreas and pancreatic lesion)",
    version="1.0.0",
    homepage="https://qubiq21.grand-challenge.org/",
    license="LicenseRef-QUBIQ-2021",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("pancreas",),
    department="Gastroenterology and Hepatology",
    display="as array",
    cite="Li et al., QUBIQ: Uncertainty Quantification for Biomedical Image Segmentation "
    "Challenge, arXiv:2405.18435",
    cases=Files(
        "{set:training_data_v3_QC|validation_data_qubiq2021_QC}/"
        "{task:pancreas|pancreatic-lesion}/**/case{patient:d}-{scan:d}/image.nii.gz"
    ),
    subject="{task}-{patient}",
    study="{task}-{patient}-{scan}",
    split=Term("{set}", {"training_data_v3_QC": "train", "validation_data_qubiq2021_QC": "val"}),
    labels=[
        Mask(
            "{set}/{task}/**/case{patient}-{scan}/task01_seg{rater:02d}.nii.gz",
            form="binary",
            threshold=0,
            by="{task}",
            names={"pancreas": "pancreas", "pancreatic-lesion": "focal pancreatic lesion"},
            rater="{rater}",
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/QUBIQ2021.md",
        'public code search for "training_data_v3_QC/pancreas" (folders) and "task01_seg01" (first '
        "axis counts the slices, axes put right by users)",
    ),
    verified="loader",
)
