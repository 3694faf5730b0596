"""CRAG: gland instances by equal name; the held-out folder `valid` names its files `test_*`."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("colonic gland",),
)


def make(root: Path) -> None:
    top = root / "CRAG"
    for folder, name in (("train", "train_1"), ("train", "train_2"), ("valid", "test_1")):
        size = (96, 96)
        fake_image(top / folder / "Images" / f"{name}.png", size)
        fake_mask(
            top / folder / "Annotation" / f"{name}.png",
            size,
            {1: (8, 8, 40, 44), 2: (50, 20, 88, 60)},
        )
        fake_image(top / folder / "Overlay" / f"{name}.png", size, seed=f"overlay {name}")
