"""BraTS 2023 SSA: the training folder ends in _V2, the validation folder does not."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.brain_tumours import write_scan

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 2},
    names=("enhancing tumour",),
)


def make(root: Path) -> None:
    """Enhancing tumour is 3."""
    training = root / "ASNR-MICCAI-BraTS2023-SSA-Challenge-TrainingData_V2"
    write_scan(training, "BraTS-SSA-00002-000")
    write_scan(training, "BraTS-SSA-00007-000")
    validation = root / "ASNR-MICCAI-BraTS2023-SSA-Challenge-ValidationData"
    write_scan(validation, "BraTS-SSA-00126-000", labelled=False)
