"""DENTEX 2023: panoramic radiographs whose abnormal teeth are boxed, numbered and diagnosed.

Not plain COCO: three category ids per box (quadrant, tooth, diagnosis), all counted from 0. Folder
names mix "-" and "_". Only the diagnosis part is declared.
"""

from collections.abc import Mapping

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Records, Source

FOLDER = "training_data/{:quadrant-enumeration-disease|quadrant_enumeration_disease}"
FILE = f"{FOLDER}/train_quadrant_enumeration_disease.json"


def fdi(row: Mapping[str, str]) -> str:
    """The tooth in two-digit FDI notation (ISO 3950): quadrant, then place from the midline."""
    return f"{int(row['category_id_1']) + 1}{int(row['category_id_2']) + 1}"


SOURCE = Source(
    name="dentex",
    title="DENTEX 2023",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/ibrahimhamamci/DENTEX",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="X-Ray",
    sequence="panoramic",
    anatomy=("tooth",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    commercial=False,
    derivatives=True,
    cases=Records(
        FILE, each="images/*", parse={"id": "{image_id:d}"}, image=f"{FOLDER}/xrays/{{file_name}}"
    ),
    subject=NO_SUBJECT,
    labels=[
        Boxes(
            xywh="{bbox}",
            by="{category_id_3}",
            names={0: "impacted tooth", 1: "dental caries", 2: "periapical lesion",
                   3: "deep dental caries"},
            attrs={"FDI tooth number": "{fdi}"},
            table=Records(
                FILE,
                each="annotations/*",
                parse={"image_id": "{image_id:d}"},
                derive={"fdi": fdi},
                on="image_id",
            ),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public code search for "train_quadrant_enumeration_disease.json"',
        'public code search for "Periapical Lesion" (diagnoses 0 to 3, quadrants from upper right)',
    ),
    verified="loader",
)  # fmt: skip
