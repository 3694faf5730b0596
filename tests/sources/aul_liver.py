"""AUL: class folders; outlines are JSON lists of points, without a mass in normal livers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=4, subjects=4, names=("liver", "liver lesion", "benign", "malignant"))


def _box(x1: int, y1: int, x2: int, y2: int) -> list[list[float]]:
    return [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]


def make(root: Path) -> None:
    for kind, n in (("Benign", 1), ("Benign", 2), ("Malignant", 1), ("Normal", 1)):
        top = root / kind
        fake_image(top / "image" / f"{n}.jpg", (112, 88), seed=f"{kind}{n}")
        outlines = top / "segmentation"
        write_json(outlines / "liver" / f"{n}.json", _box(10, 20, 100, 80))
        write_json(outlines / "outline" / f"{n}.json", _box(0, 0, 111, 87))
        if kind != "Normal":
            write_json(outlines / "mass" / f"{n}.json", _box(40, 30, 70, 60))
