"""TBX11K: file names with their folder, boxes of TB only, other people's images under extra."""

from pathlib import Path
from typing import Any

from gmai_data.testing import Expected, fake_image, write_json, write_text

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 3, "val": 1},
    names=("pulmonary tuberculosis",),
)
CATEGORIES = [
    {"id": 1, "name": "ActiveTuberculosis", "supercategory": "Tuberculosis"},
    {"id": 2, "name": "ObsoletePulmonaryTuberculosis", "supercategory": "Tuberculosis"},
    {"id": 3, "name": "PulmonaryTuberculosis", "supercategory": "Tuberculosis"},
]
TRAIN = ["health/h0001.png", "sick/s0001.png", "tb/tb0003.png"]
VAL = ["tb/tb0012.png"]


def _document(names: list[str], first: int, boxes: list[tuple[int, int]]) -> dict[str, Any]:
    return {
        "info": {},
        "images": [
            {"id": first + k, "file_name": name, "width": 64, "height": 64}
            for k, name in enumerate(names)
        ],
        "annotations": [
            {
                "id": k + 1, "image_id": image, "category_id": category, "iscrowd": 0,
                "bbox": [10.0 + 4 * k, 12.0, 20.0, 16.0], "area": 320.0, "segmentation": [],
            }
            for k, (image, category) in enumerate(boxes)
        ],
        "categories": CATEGORIES,
    }  # fmt: skip


def make(root: Path) -> None:
    top = root / "TBX11K"
    train = _document(TRAIN, 1, [(3, 1), (3, 2)])
    val = _document(VAL, 900, [(900, 2)])
    both = _document([*TRAIN, *VAL], 1, [])
    for name, document in (("train", train), ("val", val), ("trainval", both)):
        write_json(top / "annotations" / "json" / f"TBX11K_{name}.json", document)
        files = [image["file_name"] for image in document["images"]]
        write_text(top / "lists" / f"TBX11K_{name}.txt", "".join(f"{f}\n" for f in files))
    write_json(top / "annotations" / "json" / "all_train.json", train)
    for name in (*TRAIN, *VAL, "test/t0001.png", "extra/da+db/train/p0001.png"):
        fake_image(top / "imgs" / name, (64, 64))
