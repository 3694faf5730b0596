"""ChestX-Det: 3,578 radiographs of NIH ChestX-ray14 with outlines of thirteen findings.

An image is an object with parallel lists `syms`, `boxes` and `polygons`; empty lists are an image
in which three radiologists found none of the thirteen. The numbers in the names are not those of
NIH, so patients are not known, and the overlap with ChestX-ray14 cannot be cut by id.
"""

import json
from collections.abc import Mapping, Sequence

from gmai_data import ABSENT, NO_SUBJECT, Mask, Records, Source, Table


def findings(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per outline: image, finding and points; one without points where there is none."""
    rows = []
    for item in json.loads(data):
        for k, (name, points) in enumerate(zip(item["syms"], item["polygons"], strict=True)):
            outline = " ".join(f"{x},{y}" for x, y in points)
            rows.append({"file_name": item["file_name"], "finding": name, "points": outline,
                         "k": str(k)})  # fmt: skip
        if not item["syms"]:
            rows.append({"file_name": item["file_name"], "finding": "", "points": "", "k": ""})
    return rows


FILE = "ChestX_Det_{split:train|test}.json"

SOURCE = Source(
    name="chestx-det",
    title="ChestX-Det",
    version="1.0.0",
    homepage="https://github.com/Deepwise-AILab/ChestX-Det-Dataset",
    license="LicenseRef-Research-Only",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    benchmark=("test",),
    derived_from=("nih-chestxray14",),
    cite="Lian et al., A structure-aware relation network, IEEE TMI 2021",
    cases=Records(FILE, each="*", image="{split}/{file_name}"),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Mask(
            polygon="{points}",
            by="{finding}",
            instances="{k}",
            names={
                "Atelectasis": "atelectasis",
                "Calcification": "calcification",
                "Cardiomegaly": "cardiomegaly",
                "Consolidation": "consolidation",
                "Diffuse Nodule": "diffuse lung nodules",
                "Effusion": "pleural effusion",
                "Emphysema": "emphysema",
                "Fibrosis": "pulmonary fibrosis",
                "Fracture": "fracture",
                "Mass": "lung mass",
                "Nodule": "lung nodule",
                "Pleural Thickening": "pleural thickening",
                "Pneumothorax": "pneumothorax",
            },
            table=Table(FILE, form=findings, on=("split", "file_name")),
            empty=ABSENT,
        )
    ],
    evidence=('public code search for "ChestX_Det_train.json"',),
    verified="loader",
)
