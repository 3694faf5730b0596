"""Knee OA: grade folders, both knees of a person, a folder that repeats the test knees."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"class": 4},
    names=("Kellgren-Lawrence grade 0", "Kellgren-Lawrence grade 3"),
)
NAMES = (
    "train/0/9003175L", "train/2/9003175R", "val/3/9003316R", "test/1/9003430L",
    "auto_test/1/9003430L",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / f"{name}.png", (56, 56), mode="L", seed=name)
