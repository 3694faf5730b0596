"""mini-MIAS: digitised mammograms with tissue type, abnormality and the circle around it.

`Info.txt` is ragged: normal films end after the class, "*NOTE 3*" stands for a missing circle,
an image may have several rows. y counts from below (from memory). Films 2n-1 and 2n are a pair.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Boxes, Class, Source, Table


def pair(row: Mapping[str, str]) -> str:
    """The number of the woman: two films each, in order."""
    digits = row["REFNUM"][3:]
    return str((int(digits) + 1) // 2) if digits.isdigit() else ""


SOURCE = Source(
    name="mini-mias",
    title="mini-MIAS",
    version="1.0.0",
    homepage="http://peipa.essex.ac.uk/info/mias.html",
    license="LicenseRef-MIAS",
    access="open",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    cases=Table(
        "Info.txt",
        header=["REFNUM", "BG", "CLASS", "SEVERITY", "X", "Y", "RADIUS"],
        where={"REFNUM": r"mdb\d{3}"},
        derive={"pair": pair},
        image="{REFNUM}.pgm",
    ),
    subject="{pair}",
    labels=[
        Class(
            "{BG}",
            of="breast density",
            names={
                "F": "fatty breast",
                "G": "fatty-glandular breast",
                "D": "dense-glandular breast",
            },
        ),
        Class(
            "{CLASS}",
            names={
                "ARCH": "architectural distortion",
                "ASYM": "asymmetry",
                "CALC": "breast calcification",
                "CIRC": "circumscribed breast mass",
                "MISC": "ill-defined breast mass",
                "NORM": "normal breast",
                "SPIC": "spiculated breast mass",
            },
        ),
        Class(
            "{SEVERITY}",
            of="malignancy",
            names={"B": "benign", "M": "malignant"},
            where={"SEVERITY": "[BM]"},
            missing=UNKNOWN,
        ),
        Boxes(
            circle=("{X}", "{Y}", "{RADIUS}"),
            origin="lower",
            by="{CLASS}",
            names={
                "ARCH": "architectural distortion",
                "ASYM": "asymmetry",
                "CALC": "breast calcification",
                "CIRC": "circumscribed breast mass",
                "MISC": "ill-defined breast mass",
                "SPIC": "spiculated breast mass",
            },
            where={"RADIUS": r"\d+"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "mdb001 G CIRC B"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/MIAS.md",
    ),
    verified="loader",
)
