"""FracAtlas: radiographs of hands, legs, hips and shoulders, with outlined fractures.

About sixty JPEGs are truncated. The YOLO files have fewer points than the COCO file, which is read
here. The official split lists fractured images only and is not used. No patient id.
"""

import re

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Mask, Records, Source, Table, Term

COCO = "Annotations/COCO JSON/COCO_fracture_masks.json"

SOURCE = Source(
    name="fracatlas",
    title="FracAtlas",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/The_dataset/22363012",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("bone",),
    department="Orthopedic Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files("images/{folder:Fractured|Non_fractured}/{stem}.jpg"),
    join=[
        Table("dataset.csv", parse={"image_id": "{stem}.jpg"}, on="stem"),
        Records(
            COCO,
            each="images/*",
            parse={"file_name": "{stem}.jpg", "id": "{coco_id}"},
            on="stem",
            optional=True,
        ),
    ],
    subject=NO_SUBJECT,
    view=Term(
        "{frontal}{lateral}{oblique}",
        {"100": "frontal", "010": "lateral", "001": "oblique", re.compile("[01]{3}"): None},
    ),
    labels=[
        Flags(
            names={"folder": "fracture"},
            values={"Fractured": "present", "Non_fractured": "absent"},
        ),
        Flags(names={"hardware": "orthopaedic hardware"}),
        Flags(
            names={"hand": "hand", "leg": "lower limb", "hip": "hip", "shoulder": "shoulder"},
            values={"1": "present", "0": "unknown"},
        ),
        Mask(
            polygon="{segmentation}",
            name="fracture",
            instances="{id}",
            table=Records(
                COCO, each="annotations/*", parse={"image_id": "{coco_id}"}, on="coco_id"
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "FracAtlas/Annotations"',),
    verified="loader",
)
