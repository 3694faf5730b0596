"""Kidney stone images: CT slices with boxes around stones, exported from Roboflow.

A name before `.rf.` is a slice, and may come several times, augmented: copies stay together. An
empty file is not taken as a slice without stones. Patients are not given.
"""

from gmai_data import Boxes, Files, Source, Term

SOURCE = Source(
    name="kidney-stone-yolo",
    title="Kidney Stone Images with bounding box annotations",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/safurahajiheidari/kidney-stone-images",
    license="CC-BY-4.0",
    access="registration",
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files("{set:train|valid|test}/images/{slice}.rf.{copy}.jpg"),
    subject="{slice}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Boxes("{set}/labels/{slice}.rf.{copy}.txt", form="yolo", names=["kidney stone"]),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/KidneyStone.md",
    ),
    verified="loader",
)
