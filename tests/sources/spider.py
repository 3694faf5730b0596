"""SPIDER: MetaImage by patient and sequence, vertebrae counted from below, two tables."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4,
    subjects=2,
    splits={"train": 3, "val": 1},
    names=("vertebra", "intervertebral disc", "spinal canal"),
)
SERIES = (("1", "t1"), ("1", "t2"), ("1", "t2_SPACE"), ("2", "t2"))


def make(root: Path) -> None:
    """1 is L5, 9 lies higher; the disc below vertebra k is 200 + k."""
    for patient, sequence in SERIES:
        name = f"{patient}_{sequence}.mha"
        boxes = cells((1, 2, 9, 201, 202))
        boxes[100] = (1, 12, 8, 13, 3, 17)
        write_pair(root / "images" / name, root / "masks" / name, boxes, low=0, high=900)
    write_table(
        root / "overview.csv",
        ["new_file_name", "subset", "num_vertebrae", "num_discs", "sex", "birth_date"],
        [
            [f"{p}_{s}", "training" if p == "1" else "validation", 3, 2, "F", 1950]
            for p, s in SERIES
        ],
    )
    write_table(
        root / "radiological_gradings.csv",
        ["Patient", "IVD label", "Modic", "UP endplate", "LOW endplate", "Spondylolisthesis",
         "Disc herniation", "Disc narrowing", "Disc bulging", "Pfirrman grade"],
        [[1, 1, 0, 0, 0, 0, 1, 0, 0, 3], [1, 2, 0, 0, 0, 0, 0, 0, 1, 2],
         [2, 1, 1, 0, 0, 0, 0, 1, 0, 4]],
    )  # fmt: skip
