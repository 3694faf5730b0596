"""TN3K: JPEG masks, trainval and test folders, folds whose numbers are not padded."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("thyroid nodule",),
)


def make(root: Path) -> None:
    top = root / "tn3k"
    for name, n in (("trainval", 0), ("trainval", 1), ("test", 0)):
        fake_image(top / f"{name}-image" / f"{n:04d}.jpg", (64, 48), seed=f"{name}{n}")
        fake_mask(top / f"{name}-mask" / f"{n:04d}.jpg", (64, 48), {255: (20, 16, 44, 32)})
    write_json(top / "tn3k-trainval-fold0.json", {"train": [0], "val": [1]})
