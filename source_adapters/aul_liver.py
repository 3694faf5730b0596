"""AUL: liver ultrasound, one image for each patient, liver and mass outlined, benign or malignant.

An outline is a JSON list of points. One image lacks its liver; of images 229 and 306 the liver
stands in the folder `outline`, which holds the sector of the probe elsewhere and is not read.
"""

import json
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table


def outline(data: bytes) -> Sequence[Mapping[str, str]]:
    """One row with the points of a file: [[x, y], …]."""
    return [{"points": " ".join(f"{x},{y}" for x, y in json.loads(data))}]


SOURCE = Source(
    name="aul-liver",
    title="Annotated Ultrasound Liver images",
    version="1.0.0",
    homepage="https://zenodo.org/records/7272660",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Xu et al., Annotated ultrasound liver images, Zenodo 2022, doi:10.5281/zenodo.7272660",
    cases=Files("{class:Benign|Malignant|Normal}/image/{n:d}.jpg"),
    subject="{class} {n}",
    labels=[
        Class(
            "{class}",
            of="malignancy",
            names={"Benign": "benign", "Malignant": "malignant", "Normal": None},
        ),
        Class("{class}", names={"Benign": None, "Malignant": None, "Normal": "normal liver"}),
        Mask(
            polygon="{points}",
            by="{what}",
            names={"liver": "liver", "mass": "liver lesion"},
            table=Table(
                "{class:Benign|Malignant|Normal}/segmentation/{what:liver|mass}/{n:d}.json",
                form=outline,
                on=("class", "n"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=("https://github.com/adamtupper/ultrabench/blob/main/src/ultrabench/process/aul.py",),
    verified="loader",
)
