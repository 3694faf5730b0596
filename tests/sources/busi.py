"""BUSI: blanks and brackets in names, two masks of one image, an empty mask for a normal one."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=("breast lesion", "normal breast", "benign", "malignant"),
    absent=("breast lesion",),
)


def make(root: Path) -> None:
    top = root / "Dataset_BUSI_with_GT"
    size = (64, 56)
    for kind, n, suffixes in (
        ("benign", 1, ("_mask",)),
        ("benign", 4, ("_mask", "_mask_1")),
        ("malignant", 1, ("_mask",)),
        ("normal", 1, ("_mask",)),
    ):
        fake_image(top / kind / f"{kind} ({n}).png", size)
        for k, suffix in enumerate(suffixes):
            boxes = {} if kind == "normal" else {255: (10 + 25 * k, 20, 26 + 25 * k, 34)}
            fake_mask(top / kind / f"{kind} ({n}){suffix}.png", size, boxes)
