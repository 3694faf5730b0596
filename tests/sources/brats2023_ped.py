"""BraTS 2023 PED: children; a tumour may have no enhancing part."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.brain_tumours import NESTED, write_scan

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 2},
    names=("enhancing tumour",),
)


def make(root: Path) -> None:
    """BraTS-PED-00002-000 has the values 1 and 2 only."""
    training = root / "ASNR-MICCAI-BraTS2023-PED-Challenge-TrainingData"
    write_scan(training, "BraTS-PED-00002-000", boxes={k: NESTED[k] for k in (2, 1)})
    write_scan(training, "BraTS-PED-00003-000")
    validation = root / "ASNR-MICCAI-BraTS2023-PED-Challenge-ValidationData"
    write_scan(validation, "BraTS-PED-00050-000", labelled=False)
