"""HPA single-cell segmentation: cultured cells in four fluorescent stains, every cell outlined.

Stains are a picture each. Outlines are GeoJSON polygons whose y counts from the lower edge, for
pictures of the size that `bbox` gives; lines among them are not read. Names of the stains are kept
as the release has them. Cell lines, not patients.
"""

import json
from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, Files, Mask, Source, Table, Term


def outlines(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per outlined cell, its corners measured from the upper left corner."""
    document = json.loads(data)
    height = document["bbox"][3] - document["bbox"][1] + 1
    rows = []
    for number, feature in enumerate(document["features"]):
        shape = feature["geometry"]
        if shape["type"] != "Polygon" or len(shape["coordinates"][0]) < 3:
            continue
        corners = " ".join(f"{x},{height - y}" for x, y in shape["coordinates"][0])
        rows.append({"cell": str(number), "corners": corners})
    return rows


SOURCE = Source(
    name="hpa-kaggle",
    title="HPA single-cell segmentation dataset",
    version="1.0.0",
    homepage="https://zenodo.org/record/4665863",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:train|valid|test}/{field}/{channel}.png",
        channels={
            "nuclei": "nuclei",
            "microtubules": "microtubules",
            "er": "endoplasmic reticulum",
            "protein": "protein of interest",
        },
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Mask(
            polygon="{corners}",
            name="cell",
            instances="{cell}",
            grid="microtubules",
            table=Table(
                "{set:train|valid|test}/{field}/annotation.json",
                form=outlines,
                on=("set", "field"),
            ),
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/light_microscopy/hpa.py",
    ),
    verified="loader",
)
