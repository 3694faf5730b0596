"""Kvasir v2: class folders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"class": 4},
    names=("oesophagitis", "polyp", "pylorus", "dyed lifted polyp"),
)
NAMES = (
    "dyed-lifted-polyps/0a7bdce4-ac0d", "esophagitis/0f4b4c1e-11e3", "normal-pylorus/1e0a2b5c-9d60",
    "polyps/2a5d8c70-0c34",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "kvasir-dataset-v2" / f"{name}.jpg", (64, 52))
