"""Chest X-Ray Images (Kermany): paediatric chest radiographs, normal or pneumonia.

The file name says bacterial or viral. Patient numbers restart between train and test, so the folder
is part of the subject; `val` holds 16 images. The Kaggle zip nests `chest_xray/chest_xray`. How
patients are numbered is from memory.
"""

import re
from collections.abc import Mapping

from gmai_data import Class, Files, Source, Term


def patient(row: Mapping[str, str]) -> str:
    """`person1000_bacteria_2931`, `IM-0115-0001` or `NORMAL2-IM-0115-0001` without the image."""
    found = re.match(r"person\d+|(NORMAL2-)?IM-\d+", row["stem"])
    return found.group() if found else row["stem"]


SOURCE = Source(
    name="kermany-chest-xray",
    title="Chest X-Ray Images (Pneumonia), Kermany",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/rscbjbr9sj",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:train|val|test}/{class:NORMAL|PNEUMONIA}/{stem}.jpeg", derive={"patient": patient}
    ),
    subject="{set}-{patient}",
    split=Term("{set}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        Class("{class}", names={"NORMAL": "normal chest radiograph", "PNEUMONIA": "pneumonia"}),
        Class(
            "{stem}",
            names={
                re.compile(r"person.*_bacteria_.*"): "bacterial pneumonia",
                re.compile(r"person.*_virus_.*"): "viral pneumonia",
            },
            where={"class": "PNEUMONIA"},
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "ChestX-RayImaging_Pneumonia.md",
    ),
    verified="loader",
)
