"""CADA: 3D rotational angiography; a value per aneurysm."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("intracranial aneurysm",))


def make(root: Path) -> None:
    """A082 has two aneurysms, 1 and 2."""
    for case, boxes in (
        ("A001", {1: (6, 14, 6, 14, 5, 14)}),
        ("A082", {1: (6, 14, 6, 14, 5, 14), 2: (20, 26, 18, 24, 5, 14)}),
    ):
        write_pair(
            root / "train_dataset" / f"{case}_orig.nii.gz",
            root / "train_mask_images" / f"{case}_labeledMasks.nii.gz",
            boxes,
            low=0,
            high=4000,
            spacing_mm=(0.3, 0.3, 0.3),
        )
