"""FETAL_PLANES_DB: maternal-fetal ultrasound images with their standard plane.

The table is separated by ";", the image names have no suffix, and the column "Train " ends in a
blank.
"""

from gmai_data import Class, Source, Table, Term

SOURCE = Source(
    name="fetal-planes-db",
    title="FETAL_PLANES_DB",
    version="1.0.0",
    homepage="https://zenodo.org/records/3904280",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("fetus",),
    department="Obstetrics and Gynecology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Table("FETAL_PLANES_DB_data.csv", sep=";", image="Images/{Image_name}.png"),
    subject="{Patient_num}",
    split=Term("{Train}", {"1": "train", "0": "test"}),
    labels=[
        Class(
            "{Plane}",
            names={
                "Fetal abdomen": "fetal abdominal plane",
                "Fetal brain": "fetal brain plane",
                "Fetal femur": "fetal femur plane",
                "Fetal thorax": "fetal thoracic plane",
                "Maternal cervix": "maternal cervix",
                "Other": None,
            },
        ),
        Class(
            "{Brain_plane}",
            names={
                "Trans-cerebellum": "transcerebellar plane",
                "Trans-thalamic": "transthalamic plane",
                "Trans-ventricular": "transventricular plane",
                "Other": None,
                "Not A Brain": None,
            },
        ),
    ],
    evidence=(
        'public code search for "FETAL_PLANES_DB_data.csv"',
        'a public README with the values of the columns: search for "Patient00001_Plane1_1_of_15"',
    ),
    verified="loader",
)
