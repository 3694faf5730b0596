"""SARS-CoV-2 CT: chest CT slices of patients of São Paulo with COVID-19, and of others.

The others are patients of the same hospitals without COVID-19, often with another lung disease.
Slices have other sizes and contrasts from file to file, and no patient id.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Source

SOURCE = Source(
    name="sarscov2-ct",
    title="SARS-COV-2 Ct-Scan Dataset",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/plameneduardo/sarscov2-ctscan-dataset",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Soares et al., SARS-CoV-2 CT-scan dataset, medRxiv 2020, doi:10.1101/2020.04.24.20078584",
    cases=Files("{class:COVID|non-COVID}/{stem}.png"),
    subject=NO_SUBJECT,
    labels=[
        Flags(
            names={"class": "COVID-19"},
            values={"COVID": "present", "non-COVID": "absent"},
            level="subject",
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SARS-COV-2.md",
    ),
    verified="loader",
)
