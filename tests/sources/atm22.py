"""ATM22: two batches, labels that keep `_0000`, labels without an image."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("airway",), rejected=1)


def make(root: Path) -> None:
    """Case 20 is of EXACT09: its label is there, its image is not. Case 164 is misaligned."""
    for batch, n in ((1, 1), (1, 23), (2, 164), (2, 250)):
        base, name = root / f"TrainBatch{batch}", f"ATM_{n:03d}_0000.nii.gz"
        mask = write_pair(
            base / "imagesTr" / name, base / "labelsTr" / name, {1: (10, 20, 8, 18, 4, 16)}
        )
    write_volume(root / "TrainBatch1" / "labelsTr" / "ATM_020_0000.nii.gz", mask)
