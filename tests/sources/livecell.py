"""LIVECell: COCO files per split, some polygons of two rings, pictures in folders by cell line."""

from pathlib import Path
from typing import Any

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    annotations={"mask": 4},
    names=("cell",),
)
FILES = {
    "train": ("A172_Phase_A7_1_00d00h00m_1.tif", "A172_Phase_A7_1_00d04h00m_3.tif"),
    "val": ("BT474_Phase_B3_2_00d00h00m_2.tif",),
    "test": ("SkBr3_Phase_E4_1_01d08h00m_4.tif",),
}


def ring(x: int, y: int) -> list[int]:
    return [x, y, x + 12, y, x + 12, y + 10, x, y + 10]


def make(root: Path) -> None:
    """Ids of images restart in each file; a folder is the first part of the name."""
    for split, names in FILES.items():
        folder = "livecell_test_images" if split == "test" else "livecell_train_val_images"
        images: list[dict[str, Any]] = []
        cells: list[dict[str, Any]] = []
        for n, name in enumerate(names, 1):
            fake_image(root / "images" / folder / name.split("_")[0] / name, (70, 52), mode="L")
            images.append(
                {"id": n, "file_name": name, "original_filename": name, "width": 70, "height": 52}
            )
            box = {"image_id": n, "category_id": 1, "iscrowd": 0, "area": 120}
            cells.append({**box, "id": 2 * n, "bbox": [5, 5, 12, 10], "segmentation": [ring(5, 5)]})
        write_json(
            root / f"livecell_coco_{split}.json",
            {
                "info": {},
                "licenses": [],
                "images": images,
                "annotations": cells,
                "categories": [{"supercategory": "cell", "id": 1, "name": "cell"}],
            },
        )
