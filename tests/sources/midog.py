"""MIDOG 2021: COCO boxes of mitotic figures and look-alikes; the last scanner is unlabelled."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=3, annotations={"boxes": 3}, names=("mitotic figure",))


def make(root: Path) -> None:
    for number in (1, 51, 151):
        fake_image(root / "images" / f"{number:03d}.tiff", (160, 120))
    boxes = ((1, 1, 30, 40), (2, 1, 90, 70), (3, 2, 130, 100))  # id, category, centre
    coco = {
        "info": {"description": "MIDOG 2021 training set"},
        "licenses": [],
        "images": [
            {"id": n, "file_name": f"{n:03d}.tiff", "width": 160, "height": 120}
            for n in (1, 51, 151)
        ],
        "categories": [
            {"id": 1, "name": "mitotic figure"},
            {"id": 2, "name": "hard negative"},
        ],
        "annotations": [
            {
                "id": n, "image_id": 1, "category_id": category,
                "bbox": [x - 25, y - 25, x + 25, y + 25], "area": 2500,
            }
            for n, category, x, y in boxes
        ],
    }  # fmt: skip
    write_json(root / "MIDOG.json", coco)
