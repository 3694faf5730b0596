"""FracAtlas: blanks in folder names, COCO polygons, a truncated JPEG."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"flags": 12, "mask": 2},
    names=("fracture", "hand", "lower limb"),
    absent=("fracture", "orthopaedic hardware"),
    rejected=1,
)
HEADER = [
    "image_id",
    "hand",
    "leg",
    "hip",
    "shoulder",
    "mixed",
    "hardware",
    "multiscan",
    "fractured",
    "fracture_count",
    "frontal",
    "lateral",
    "oblique",
]
ROWS = [
    ["IMG0000019.jpg", *"010000012110"],
    ["IMG0000025.jpg", *"100000010000"],
    ["IMG0000000.jpg", *"100000000010"],
    ["IMG0000001.jpg", *"001000000100"],
]


def make(root: Path) -> None:
    top = root / "FracAtlas"
    write_table(top / "dataset.csv", HEADER, ROWS)
    size = (64, 80)
    for row in ROWS:
        folder = "Fractured" if row[8] == "1" else "Non_fractured"
        fake_image(top / "images" / folder / row[0], size, mode="L")
    short = top / "images" / "Non_fractured" / "IMG0000001.jpg"
    short.write_bytes(short.read_bytes()[:200])
    images = [
        {"id": 3, "width": 64, "height": 80, "file_name": "IMG0000019.jpg"},
        {"id": 7, "width": 64, "height": 80, "file_name": "IMG0000025.jpg"},
    ]
    annotations = [
        {
            "id": n, "image_id": image, "category_id": 0, "iscrowd": 0, "area": 200.0,
            "bbox": [x, 20.0, 20.0, 10.0],
            "segmentation": [[x, 20.0, x + 20.0, 20.0, x + 20.0, 30.0, x, 30.0]],
        }
        for n, image, x in ((0, 3, 8.0), (1, 3, 36.0))
    ]  # fmt: skip
    coco = {
        "info": {}, "images": images, "annotations": annotations,
        "categories": [{"id": 0, "name": "fractured"}],
    }  # fmt: skip
    write_json(top / "Annotations" / "COCO JSON" / "COCO_fracture_masks.json", coco)
    write_table(top / "Utilities" / "Fracture Split" / "train.csv", ["image_id"], [[ROWS[0][0]]])
