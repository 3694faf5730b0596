"""ChestX-Det: parallel lists: names, boxes and polygons, an empty image; numbers as names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("pleural effusion", "lung nodule", "cardiomegaly"),
)
TRAIN = [
    {
        "file_name": "36199.png",
        "syms": ["Effusion", "Nodule"],
        "boxes": [[8, 40, 30, 60], [40, 12, 52, 24]],
        "polygons": [
            [[8, 40], [30, 44], [28, 60], [10, 58]],
            [[40, 12], [52, 14], [50, 24], [42, 22]],
        ],
    },
    {"file_name": "36200.png", "syms": [], "boxes": [], "polygons": []},
]
TEST = [
    {
        "file_name": "63034.png",
        "syms": ["Cardiomegaly"],
        "boxes": [[20, 30, 50, 56]],
        "polygons": [[[20, 30], [50, 32], [48, 56], [22, 54]]],
    }
]


def make(root: Path) -> None:
    for split, items in (("train", TRAIN), ("test", TEST)):
        write_json(root / f"ChestX_Det_{split}.json", items)
        for item in items:
            fake_image(root / split / str(item["file_name"]), (72, 72), mode="L")
