"""CT kidney (Kaggle): abdominal CT slices with a kidney cyst, stone or tumour, or a normal kidney.

Axial and coronal slices of several hospitals in Dhaka, exported to JPEG; planes and sides are not
given. Neighbouring slices of one patient are in the set and ids are not: a split of single slices
leaks. The table beside the folders repeats the class.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="kidney-ct-4",
    title="CT KIDNEY DATASET: Normal-Cyst-Tumor and Stone",
    version="1.0.0",
    homepage=(
        "https://www.kaggle.com/datasets/nazmul0087/ct-kidney-dataset-normal-cyst-tumor-and-stone"
    ),
    license="LicenseRef-Unknown",
    access="registration",
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    cite="Islam et al., Vision transformer and explainable transfer learning models for auto "
    "detection of kidney cyst, stone and tumor from CT-radiography, Scientific Reports 2022",
    cases=Files("{class:Cyst|Normal|Stone|Tumor}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Cyst": "kidney cyst",
                "Normal": "normal kidney",
                "Stone": "kidney stone",
                "Tumor": "kidney tumour",
            },
        )
    ],
    evidence=('public code search for "CT-KIDNEY-DATASET-Normal-Cyst-Tumor-Stone"',),
    verified="loader",
)
