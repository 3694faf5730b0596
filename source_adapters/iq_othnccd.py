"""IQ-OTH/NCCD: chest CT slices of 110 patients with lung cancer, a benign nodule or neither.

The class is that of the patient, so a slice need not show the finding. "Bengin" is upstream's
spelling. `Test cases` are unlabelled and not declared. Slices of one patient follow each other;
ids are not published.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="iq-othnccd",
    title="The IQ-OTH/NCCD lung cancer dataset",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/bhmdr45bh2",
    license="CC-BY-4.0",
    access="open",
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files("{class:Bengin cases|Malignant cases|Normal cases}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Bengin cases": "benign lung nodule",
                "Malignant cases": "lung cancer",
                "Normal cases": "normal lung",
            },
            level="subject",
        )
    ],
    evidence=('public code search for "Bengin cases"',),
    verified="loader",
)
