"""EMIDEC: the letter of a case says normal or pathological; a text file stands beside it."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=(
        "left ventricular cavity", "left ventricular myocardium", "myocardial infarct",
        "no-reflow area",
    ),
    absent=("myocardial infarct", "no-reflow area"),
)  # fmt: skip
BOXES = {
    2: (6, 26, 6, 26, 0, 7), 1: (10, 22, 10, 22, 0, 7), 3: (22, 26, 8, 22, 1, 5),
    4: (23, 25, 12, 18, 2, 4),
}  # fmt: skip


def make(root: Path) -> None:
    """N006 is normal; P045 has an infarct without no-reflow."""
    base = root / "emidec-dataset-1.0.1"
    for case, values in (("N006", (2, 1)), ("P002", (2, 1, 3, 4)), ("P045", (2, 1, 3))):
        folder = base / f"Case_{case}"
        write_pair(
            folder / "Images" / f"Case_{case}.nii.gz",
            folder / "Contours" / f"Case_{case}.nii.gz",
            {value: BOXES[value] for value in values},
            shape=(32, 32, 7),
            spacing_mm=(1.5, 1.5, 10),
            low=0,
            high=900,
        )
        write_text(base / f"Case {case}.txt", "Sex : M\nAge : 62\n")
