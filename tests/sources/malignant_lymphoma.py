"""Malignant lymphoma: class folders, slide in the name, with a block part in some (`-R1`)."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4},
    names=("chronic lymphocytic leukaemia", "follicular lymphoma", "mantle cell lymphoma"),
)


def make(root: Path) -> None:
    for folder, name in (
        ("CLL", "sj-03-476_001"),
        ("CLL", "sj-03-476_002"),
        ("FL", "sj-05-588-R1_001"),
        ("MCL", "sj-04-3077-R2_002"),
    ):
        fake_image(root / folder / f"{name}.tif", (70, 52))
