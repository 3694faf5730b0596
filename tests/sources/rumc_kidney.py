"""RUMC kidney: MetaImage volumes of four archives, one folder of segmentations."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("kidney",),
)


def make(root: Path) -> None:
    """The last case has no abnormality, the second image folder is the fourth."""
    for folder, case, values in (
        ("images1", "case_001", (1, 2)), ("images4", "case_150", (1, 2)),
        ("images4", "case_215", (1,)),
    ):  # fmt: skip
        boxes = {1: (4, 14, 8, 22, 3, 17), 2: (6, 12, 10, 16, 6, 12)}
        write_pair(
            root / folder / f"{case}.mha",
            root / "segmentations" / f"{case}_segmentations.mha",
            {value: boxes[value] for value in values},
            spacing_mm=(0.8, 0.8, 2),
        )
