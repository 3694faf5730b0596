"""Dental X-ray (Kaggle): COCO files beside the folders, masks among the images, "Croen" once."""

from pathlib import Path
from typing import Any

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 2, "train": 2, "val": 1},
    names=("dental caries", "impacted tooth"),
)
NAMES = [
    "Teeth", "Caries", "Croen", "Crown", "Filling", "Implant", "Malaligned", "Mandibular Canal",
    "Missing teeth", "Periapical lesion", "Retained root", "Root Canal Treatment", "Root Piece",
    "impacted tooth", "maxillary sinus",
]  # fmt: skip
FILES = {
    "train": [
        ("0001_jpg.rf.4a.jpg", ["Caries", "Croen"]),
        ("0002_jpg.rf.5b.jpg", []),
        ("0004_jpg.rf.8e.jpg", ["Filling"]),  # another export of the film in test
    ],
    "valid": [("0003_jpg.rf.6c.jpg", ["impacted tooth"])],
    "test": [("0004_jpg.rf.7d.jpg", ["Filling"])],
}


def make(root: Path) -> None:
    top = root / "DXR"
    for split, files in FILES.items():
        images: list[dict[str, Any]] = []
        objects: list[dict[str, Any]] = []
        for k, (name, found) in enumerate(files):
            images.append({"id": k, "license": 1, "file_name": name, "height": 64, "width": 64})
            for n, kind in enumerate(found):
                x = 6.0 + 26 * n
                objects.append({
                    "id": len(objects), "image_id": k, "category_id": NAMES.index(kind),
                    "bbox": [x, 10.0, 20.0, 16.0], "area": 320.0, "iscrowd": 0,
                    "segmentation": [[x, 10.0, x + 20, 10.0, x + 20, 26.0, x, 26.0]],
                })  # fmt: skip
            folder = top / "Dental X_Ray" / split
            fake_image(folder / name, (64, 64))
            masks = folder / ("test_mask" if split == "test" else "train_mask")
            fake_mask(masks / name.replace(".jpg", ".png"), (64, 64), {1: (6, 10, 26, 26)})
        categories = [
            {"id": n, "name": name, "supercategory": "none"} for n, name in enumerate(NAMES)
        ]
        document = {"images": images, "annotations": objects, "categories": categories}
        write_json(top / f"{split}_annotations.coco.json", document)
