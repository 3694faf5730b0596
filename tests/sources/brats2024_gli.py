"""BraTS 2024 GLI: post-treatment, two training folders, a cavity as value 4, many time points."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.brain_tumours import NESTED, write_scan

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    annotations={"mask": 3},
    names=("enhancing tumour", "resection cavity"),
)


def make(root: Path) -> None:
    """Time points count from 100; subject 5 has two scans, which lie in two folders."""
    boxes = {**NESTED, 4: (10, 13, 10, 16, 10, 14)}
    write_scan(root / "training_data1_v2", "BraTS-GLI-00005-100", boxes=boxes)
    write_scan(root / "training_data1_v2", "BraTS-GLI-00006-101")
    write_scan(root / "training_data_additional", "BraTS-GLI-00005-101", boxes=boxes)
    write_scan(root / "validation_data", "BraTS-GLI-02073-100", labelled=False)
