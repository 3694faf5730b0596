"""KiTS21: three aggregated label maps beside the readings of each object."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_json
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("kidney", "kidney tumour", "kidney cyst"),
)


def make(root: Path) -> None:
    """Case 299 has no cyst; its number is the last."""
    boxes = {1: (4, 20, 4, 24, 2, 18), 2: (8, 14, 8, 16, 4, 14), 3: (15, 19, 6, 12, 4, 12)}
    for n in (0, 299):
        folder = root / "kits21" / "data" / f"case_{n:05d}"
        present = {k: v for k, v in boxes.items() if n == 0 or k < 3}
        labels = write_pair(
            folder / "imaging.nii.gz", folder / "aggregated_MAJ_seg.nii.gz", present, seed=str(n)
        )
        for kind in ("AND", "OR"):
            write_volume(folder / f"aggregated_{kind}_seg.nii.gz", labels)
        for reader in (1, 2, 3):
            write_volume(
                folder / "segmentations" / f"tumor_instance-1_annotation-{reader}.nii.gz",
                (labels == 2).astype(np.uint8),
            )
    write_json(root / "kits21" / "data" / "kits.json", [{"case_id": "case_00000"}])
