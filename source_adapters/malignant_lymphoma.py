"""Malignant lymphoma (NIA): H&E tiles of lymph nodes, three kinds of lymphoma.

The name before the last number is the slide; `-R1`, `-R2` at its end are taken for sections of one
patient. There is no split.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="malignant-lymphoma",
    title="Malignant Lymphoma Classification",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/andrewmvd/malignant-lymphoma-classification",
    license="LicenseRef-not-stated",
    access="open",
    modality="Pathology",
    anatomy=("lymph node",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    cases=Files(
        "{class:CLL|FL|MCL}/{slide}_{n:d}.tif",
        parse={"slide": ("{patient}-R{section:d}", "{patient}")},
    ),
    subject="{patient}",
    labels=[
        Class(
            "{class}",
            names={
                "CLL": "chronic lymphocytic leukaemia",
                "FL": "follicular lymphoma",
                "MCL": "mantle cell lymphoma",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "MalignantLymphomaClassification.md",
    ),
    verified="loader",
)
