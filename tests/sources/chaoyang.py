"""Chaoyang: two lists of paths with numbers, upper-case suffixes."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 1, "train": 4},
    annotations={"class": 5},
)
TRAIN = {"IMG001x1.JPG": 0, "IMG002x1.JPG": 1, "IMG003x2.JPG": 2, "IMG004x1.JPG": 3}


def make(root: Path) -> None:
    top = root / "chaoyang-data"
    for split, labels in (("train", TRAIN), ("test", {"IMG900x1.JPG": 2})):
        rows = [{"name": f"{split}/{name}", "label": label} for name, label in labels.items()]
        write_json(top / f"{split}.json", rows)
        for name in labels:
            folder = top / split
            folder.mkdir(parents=True, exist_ok=True)
            fake_image(folder / name, (64, 64))
