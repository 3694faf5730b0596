"""INSTANCE 2022: data and label under one name, an evaluation folder without labels."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3, subjects=3, annotations={"mask": 2}, names=("intracranial haemorrhage",)
)


def make(root: Path) -> None:
    """Numbers go on in the evaluation folder."""
    for n in ("001", "100"):
        write_pair(root / "train_2" / "data" / f"{n}.nii.gz",
                   root / "train_2" / "label" / f"{n}.nii.gz", {1: (5, 12, 8, 20, 5, 12)},
                   low=-20, high=120, spacing_mm=(0.5, 0.5, 5.0))  # fmt: skip
    write_pair(root / "evaluation" / "101.nii.gz", None, {}, low=-20, high=120)
