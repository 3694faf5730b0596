"""MHIST: H&E tiles of colorectal polyps, hyperplastic or sessile serrated, by vote of seven.

The class is the majority's; many tiles are near a draw, and the table tells how many said sessile
serrated; that column is not read. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Source, Table

SOURCE = Source(
    name="mhist",
    title="MHIST",
    version="1.0.0",
    homepage="https://bmirds.github.io/MHIST/",
    license="LicenseRef-MHIST-Research-Use",
    access="agreement",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=False,
    benchmark=("test",),
    cite="Wei et al., A Petri Dish for Histopathology Image Analysis, AIME 2021",
    cases=Table("annotations.csv", image="images/{Image Name}"),
    subject=NO_SUBJECT,
    split="{Partition}",
    labels=[
        Class(
            "{Majority Vote Label}",
            names={"HP": "hyperplastic polyp", "SSA": "sessile serrated adenoma"},
        )
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/mhist.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/MHIST.md",
    ),
    verified="loader",
)
