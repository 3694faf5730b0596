"""Raabin-WBC, the double-labelled crops: one white blood cell each, five kinds.

Two experts agreed on every kind. Test-A is of the laboratory of Train, Test-B of others and has
lymphocytes and neutrophils only. The 1,145 crops with outlined nuclei (`GrTh`) are not declared:
their layout was not seen. Cells of one smear are in one part; no patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source, Term

SOURCE = Source(
    name="raabin-wbc",
    title="Raabin-WBC (double-labelled crops)",
    version="1.0.0",
    homepage="https://raabindata.com/free-data/",
    license="LicenseRef-not-stated",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    benchmark=("test",),
    cite="Kouzehkanan et al., A large dataset of white blood cells containing cell locations and "
    "types, Scientific Reports 2022, doi:10.1038/s41598-021-04426-x",
    cases=Files(
        "{set:Train|TestA|TestB}/{class:Basophil|Eosinophil|Lymphocyte|Monocyte|Neutrophil}/"
        "{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Train": "train", "TestA": "test", "TestB": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "Basophil": "basophil",
                "Eosinophil": "eosinophil",
                "Lymphocyte": "lymphocyte",
                "Monocyte": "monocyte",
                "Neutrophil": "neutrophil",
            },
        )
    ],
    evidence=('public loader code (search for "raabin-wbc-data"): folders and their classes',),
    verified="loader",
)
