"""BTXRD: a rectangle and a polygon for each tumour, no json for a normal image, one-hot table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("osteosarcoma",),
)
SITES = [
    "hand", "ulna", "radius", "humerus", "foot", "tibia", "fibula", "femur", "hip bone",
    "ankle-joint", "knee-joint", "hip-joint", "wrist-joint", "elbow-joint", "shoulder-joint",
]  # fmt: skip
KINDS = [
    "tumor", "benign", "malignant", "osteochondroma", "multiple osteochondromas",
    "simple bone cyst", "giant cell tumor", "osteofibroma", "synovial osteochondroma", "other bt",
    "osteosarcoma", "other mt",
]  # fmt: skip
VIEWS = ["upper limb", "lower limb", "pelvis", "frontal", "lateral", "oblique"]
IMAGES = [
    ("IMG000001", ["tibia", "tumor", "benign", "osteochondroma", "lower limb", "frontal"], (
        "osteochondroma",)),
    ("IMG000002", ["femur", "knee-joint", "tumor", "malignant", "osteosarcoma", "lower limb",
                   "lateral"], ("osteosarcoma",)),
    ("IMG000003", [], ()),
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "BTXRD"
    header = ["image_id", "center", "age", "gender", *SITES, *KINDS, *VIEWS]
    rows = []
    for name, marked, tumours in IMAGES:
        fake_image(top / "images" / f"{name}.jpeg", (64, 96))
        flags = [int(column in marked) for column in header[4:]]
        rows.append([f"{name}.jpeg", 1, 15, "M", *flags])
        shapes = [
            {"label": label, "points": points, "group_id": None, "shape_type": kind, "flags": {}}
            for label in tumours
            for kind, points in (
                ("rectangle", [[10.0, 20.0], [40.0, 60.0]]),
                ("polygon", [[12.0, 20.0], [40.0, 30.0], [36.0, 60.0], [10.0, 50.0]]),
            )
        ]
        if shapes:
            document = {
                "version": "5.1.1", "flags": {}, "shapes": shapes, "imageData": None,
                "imagePath": f"..\\images\\{name}.jpeg", "imageHeight": 96, "imageWidth": 64,
            }  # fmt: skip
            write_json(top / "Annotations" / f"{name}.json", document)
    write_xlsx(top / "dataset.xlsx", header, rows)
