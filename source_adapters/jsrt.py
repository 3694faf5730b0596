"""JSRT: digitised chest films, 154 with a single lung nodule and 93 without.

The original release: headerless files of 2048 x 2048 big-endian 16-bit numbers, 12 bits used, low
values bright; a pixel is 0.175 mm. `CLNDAT_EN.txt` gives the nodule's size in mm, its centre in
pixels, and whether it was malignant; normals are without a nodule on CT. The SCR masks of lungs and
heart and the small "Segmentation" teaching sets are not read.
"""

from collections.abc import Mapping
from typing import Any

from gmai_data import Boxes, Class, Files, First, Flags, Source, Table

SIDE, PIXEL_MM = 2048, 0.175


def film(name: str) -> Any:
    """The picture of a headerless file, bright where the film is bright."""
    import numpy as np

    values = np.fromfile(name, ">u2", count=SIDE * SIDE).reshape(SIDE, SIDE)
    return (4095 - values.clip(0, 4095)).astype(np.uint16)


def radius(row: Mapping[str, str]) -> str:
    """Half the nodule's size in pixels."""
    return f"{float(row['size_mm']) / 2 / PIXEL_MM:.1f}" if row.get("size_mm") else ""


TABLE = Table(
    "**/CLNDAT_EN.txt",
    sep="\t",
    header=[
        "file", "subtlety", "size_mm", "age", "sex", "x", "y", "verdict", "place", "diagnosis",
    ],
    parse={"file": "{kind:JPCLN|JPCNN}{n:03d}.IMG"},
    derive={"radius": radius},
    on=("kind", "n"),
)  # fmt: skip

SOURCE = Source(
    name="jsrt",
    title="JSRT Digital Image Database",
    version="1.0.0",
    homepage="http://db.jsrt.or.jp/eng.php",
    license="LicenseRef-JSRT",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cite="Shiraishi et al., A digital image database for chest radiographs, AJR 2000",
    cases=Files(
        First(
            "All247images/{kind:JPCLN|JPCNN}{n:03d}.IMG",
            "{:Nodule154images|NonNodule93images}/{kind:JPCLN|JPCNN}{n:03d}.IMG",
        )
    ),
    subject="{kind}{n}",
    view="PA",
    labels=[
        Flags(names={"kind": "lung nodule"}, values={"JPCLN": "unknown", "JPCNN": "absent"}),
        Class(
            "{verdict}",
            of="malignancy",
            names={"malignant": "malignant", "benign": "benign"},
            table=TABLE,
            where={"kind": "JPCLN"},
        ),
        Boxes(
            circle=("{x}", "{y}", "{radius}"),
            name="lung nodule",
            table=TABLE,
            where={"kind": "JPCLN"},
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/jsrt.py (the teaching sets)",
        'public loader code that reads ".IMG" as 2048 x 2048 big-endian 16 bit',
        "a public account of the columns of CLNDAT_EN.txt (the user guide has them wrong)",
    ),
    verified="loader",
    read=film,
)
