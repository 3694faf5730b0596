"""LISC: Gismo-Right stained blood smears, one leucocyte of five kinds in the middle of each.

Numbers restart per class. A few pictures hold several cells of the class. The outlines of two
experts are 4 pixels narrower than the pictures on each side (712 x 568 against 720 x 576): they
are on another grid and not read. `mixt` holds cells of several kinds and has no class. No patient
id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="lisc",
    title="LISC: Leukocyte Images for Segmentation and Classification",
    version="1.0.0",
    homepage="http://users.cecs.anu.edu.au/~hrezatofighi/Data/Leukocyte%20Data.htm",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    cite="Rezatofighi and Soltanian-Zadeh, Automatic recognition of five types of white blood "
    "cells in peripheral blood, Computerized Medical Imaging and Graphics 2011",
    cases=Files("Main Dataset/{class:Baso|eosi|lymp|mono|neut|mixt}/{n:d}.bmp"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Baso": "basophil",
                "eosi": "eosinophil",
                "lymp": "lymphocyte",
                "mono": "monocyte",
                "neut": "neutrophil",
                "mixt": None,
            },
        )
    ],
    evidence=(
        'public code search for "LISC Database"',
        'public loader code (search for "areaforexpert1"): sizes of pictures and outlines',
    ),
    verified="loader",
)
