"""BraTS 2023 MET: a second training folder with scans that came later, validation unlabelled."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.brain_tumours import write_scan

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    annotations={"mask": 3},
    names=("enhancing tumour",),
)


def make(root: Path) -> None:
    """Two metastases of one patient are one value; a patient has two time points."""
    several = {2: (3, 22, 3, 11, 4, 20), 3: (5, 9, 5, 9, 7, 17), 1: (15, 19, 5, 9, 10, 14)}
    training = root / "ASNR-MICCAI-BraTS2023-MET-Challenge-TrainingData"
    write_scan(training, "BraTS-MET-00002-000", boxes=several)
    write_scan(training, "BraTS-MET-00002-001")
    more = root / "ASNR-MICCAI-BraTS2023-MET-Challenge-TrainingData_Additional"
    write_scan(more, "BraTS-MET-00232-000")
    validation = root / "ASNR-MICCAI-BraTS2023-MET-Challenge-ValidationData"
    write_scan(validation, "BraTS-MET-00009-000", labelled=False)
