"""Osteosarcoma (UT): H&E tiles, viable or non-viable tumour, both, or none.

The table writes blanks where file names have hyphens, some of them doubled, and its class names
vary in case. The case number in a name is the patient (four patients; from memory).
"""

import re
from collections.abc import Mapping

from gmai_data import Class, Source, Table


def stem(row: Mapping[str, str]) -> str:
    """The name of the file: "Case 3 A15 - 1" is `Case-3-A15-1`."""
    return "-".join(piece for piece in re.split(r"[ -]+", row["image.name"]) if piece)


def patient(row: Mapping[str, str]) -> str:
    """The case number, or the whole name where there is none."""
    found = re.match(r"case\W*(\d+)", row["image.name"], re.IGNORECASE)
    return found[1] if found else row["image.name"]


SOURCE = Source(
    name="osteosarcoma-ut",
    title="Osteosarcoma Tumor Assessment",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/osteosarcoma-tumor-assessment/",
    license="CC-BY-3.0",
    access="open",
    modality="Pathology",
    anatomy=("bone",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Leavey et al., Osteosarcoma data from UT Southwestern, TCIA 2019, "
    "doi:10.7937/tcia.2019.bvhjhdas",
    cases=Table(
        "ML_Features_1144.csv",
        derive={"stem": stem, "patient": patient},
        image="**/{stem}.jpg",
    ),
    subject="{patient}",
    labels=[
        Class(
            "{classification}",
            names={
                re.compile("(?i)non-tumor"): "non-tumour tissue",
                re.compile("(?i)viable"): "viable tumour",
                re.compile("(?i)non-viable-tumor"): "non-viable tumour",
                re.compile("(?i)viable: *non-viable"): "mixed viable and non-viable tumour",
            },
        )
    ],
    evidence=(
        'public code search for "ML_Features_1144"',
        "public loader code (class OSDataset): names, classes and the hyphens",
    ),
    verified="loader",
)
