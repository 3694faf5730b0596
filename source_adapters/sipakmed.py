"""SIPaKMeD: single cells of Pap smears in five classes, cell and nucleus outlined by hand.

Declared for the cropped cells; the cluster images they were cut from (`001.bmp`) carry no class of
their own. Cells of one cluster image share its number: it stands for the patient, who is not given.
The outer outline (`_cyt`) is that of the whole cell. The Kaggle copy nests each folder in itself.
"""

from gmai_data import Files, Mask, Source

STEM = "im_{class:Dyskeratotic|Koilocytotic|Metaplastic|Parabasal|Superficial-Intermediate}"
CELL = f"{STEM}/**/CROPPED/{{slide:d}}_{{cell:d}}"

SOURCE = Source(
    name="sipakmed",
    title="SIPaKMeD",
    version="1.0.0",
    homepage="https://www.cs.uoi.gr/~marina/sipakmed.html",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Microscopy",
    sequence="Pap smear",
    anatomy=("cervix",),
    department="Laboratory Medicine and Pathology",
    cite="Plissiti et al., SIPaKMeD, ICIP 2018",
    cases=Files(f"{CELL}.bmp"),
    subject="{class} {slide}",
    labels=[
        Mask(
            f"{CELL}_cyt.dat",
            form="xy-lines",
            by="{class}",
            names={
                "Dyskeratotic": "dyskeratotic cell",
                "Koilocytotic": "koilocyte",
                "Metaplastic": "metaplastic cell",
                "Parabasal": "parabasal cell",
                "Superficial-Intermediate": "superficial-intermediate squamous cell",
            },
        ),
        Mask(f"{CELL}_nuc.dat", form="xy-lines", name="nucleus"),
    ],
    evidence=(
        'public code search for "im_Superficial-Intermediate"',
        'public loader code for the outlines (search for "_cyt.dat")',
    ),
    verified="loader",
)
