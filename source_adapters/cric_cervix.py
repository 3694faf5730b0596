"""CRIC Cervix: conventional Pap smears, the nucleus of each cell marked and classified.

A row of `classifications.csv` is a cell: centre of the nucleus in pixels, and its Bethesda
category: that of the cell, not of the smear. The outlines of nuclei and cytoplasm are a collection
of their own and not read. Cells that nobody classified have no row. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Points, Source, Table

SOURCE = Source(
    name="cric-cervix",
    title="CRIC Cervix (cell classification)",
    version="1.0.0",
    homepage="https://database.cric.com.br/",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    sequence="Pap smear",
    anatomy=("cervix",),
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Rezende et al., CRIC searchable image database as a public platform for conventional "
    "Pap smear cytology data, Scientific Data 2021",
    cases=Files("images/{stem}.png"),
    subject=NO_SUBJECT,
    labels=[
        Points(
            xy=("{nucleus_x}", "{nucleus_y}"),
            by="{bethesda_system}",
            names={
                "Negative for intraepithelial lesion": "cell without intraepithelial lesion",
                "ASC-US": "ASC-US cell",
                "LSIL": "LSIL cell",
                "ASC-H": "ASC-H cell",
                "HSIL": "HSIL cell",
                "SCC": "squamous cell carcinoma cell",
            },
            table=Table("classifications.csv", parse={"image_filename": "{stem}.png"}, on="stem"),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public code search for "CRIC Cervix"',
        'public loader code (search for "bethesda_system"): columns and classes',
    ),
    verified="loader",
)
