"""Knee OA: grade folders in two sizes, both knees of a person, a folder that repeats test knees."""

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
    for pixels in (224, 299):
        top = root / "KneeXrayData" / "ClsKLData" / f"kneeKL{pixels}"
        for name in NAMES:
            fake_image(top / f"{name}.png", (pixels // 4, pixels // 4), mode="L", seed=name)
