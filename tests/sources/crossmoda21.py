"""crossMoDA 2021: labelled contrast-enhanced T1, unlabelled T2 of other patients."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 3, "val": 1},
    annotations={"mask": 2},
    names=("vestibular schwannoma", "cochlea"),
)
BOXES = {1: (4, 10, 10, 16, 5, 12), 2: (10, 13, 6, 9, 6, 9)}


def make(root: Path) -> None:
    """Numbers run through the three folders; the label is named as its image."""
    for n in (1, 105):
        stem = root / "source_training" / f"crossmoda_{n}"
        write_pair(Path(f"{stem}_ceT1.nii.gz"), Path(f"{stem}_Label.nii.gz"), BOXES,
                   low=0, high=900, spacing_mm=(0.4, 0.4, 1.5))  # fmt: skip
    for folder, n in (("target_training", 106), ("target_validation", 211)):
        write_pair(root / folder / f"crossmoda_{n}_hrT2.nii.gz", None, {}, low=0, high=900)
    write_table(root / "infos_source_training.csv", ["crossMoDA_name", "manufacturer"],
                [["crossmoda_1", "SIEMENS"]])  # fmt: skip
