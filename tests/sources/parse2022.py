"""PARSE 2022: a folder per case with `image` and `label`, unlabelled evaluation files."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("pulmonary artery",))


def make(root: Path) -> None:
    """The evaluation images are not to be taken for labelled ones."""
    for name in ("PA000005", "PA000330"):
        write_pair(
            root / "train" / name / "image" / f"{name}.nii.gz",
            root / "train" / name / "label" / f"{name}.nii.gz",
            {1: (8, 20, 8, 18, 4, 16)},
            high=700,
        )
    write_pair(root / "evaluation" / "PA000013.nii.gz", None, {})
