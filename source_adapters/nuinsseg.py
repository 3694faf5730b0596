"""NuInsSeg: H&E tiles of 31 human and mouse organs, every nucleus outlined, a number per nucleus.

Of several kinds of mask the corrected label masks are read (`label masks modify`). Tiles of one
folder come from few slides and nothing tells them apart, so the folder stands for the subject.
The folder names the organ, of people or of mice; its spellings are theirs.
"""

import re

from gmai_data import Class, Files, Mask, Source

SOURCE = Source(
    name="nuinsseg",
    title="NuInsSeg",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/ipateam/nuinsseg",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Mahbod et al., NuInsSeg, Scientific Data 2024, doi:10.1038/s41597-024-03117-2",
    cases=Files("{organ}/tissue images/{stem}.png"),
    subject="{organ}",
    labels=[
        Class(
            "{organ}",
            of="tissue",
            names={
                "human bladder": "urinary bladder",
                "human brain": "brain",
                "human cardia": "cardia",
                "human cerebellum": "cerebellum",
                "human epiglottis": "epiglottis",
                "human jejunum": "jejunum",
                "human kidney": "kidney",
                "human liver": "liver",
                "human lung": "lung",
                "human melanoma": None,
                "human muscle": "muscle",
                "human oesophagus": "oesophagus",
                "human pancreas": "pancreas",
                "human peritoneum": "peritoneum",
                "human placenta": "placenta",
                "human pylorus": "pylorus",
                "human rectum": "rectum",
                "human salivory gland": "salivary gland",
                "human spleen": "spleen",
                "human testis": "testis",
                "human tongue": "tongue",
                "human tonsile": "tonsil",
                "human umbilical cord": "umbilical cord",
                re.compile("mouse fat.*"): "fat",
                "mouse femur": "femur",
                "mouse heart": "heart",
                "mouse kidney": "kidney",
                "mouse liver": "liver",
                re.compile("mouse muscle.*"): "muscle",
                "mouse spleen": "spleen",
                "mouse thymus": "thymus",
            },
        ),
        Mask("{organ}/label masks modify/{stem}.tif", name="nucleus", instances="{pixel}"),
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/nuinsseg.py",
        'public code search for "human salivory gland": all 31 folders',
    ),
    verified="loader",
)
