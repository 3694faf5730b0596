"""BraTS 2023 MEN: hyphens, a validation folder without labels, junk of a Mac."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.brain_tumours import write_scan

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 2},
    names=("enhancing tumour",),
)


def make(root: Path) -> None:
    """Subject numbers are five digits, time points three; enhancing tumour is 3."""
    training = root / "ASNR-MICCAI-BraTS2023-MEN-Challenge-TrainingData"
    write_scan(training, "BraTS-MEN-00004-000")
    write_scan(training, "BraTS-MEN-00008-001")
    validation = root / "ASNR-MICCAI-BraTS2023-MEN-Challenge-ValidationData"
    write_scan(validation, "BraTS-MEN-00001-000", labelled=False)
    write_text(training / "BraTS-MEN-00004-000" / "._BraTS-MEN-00004-000-seg.nii.gz", "Mac OS X")
