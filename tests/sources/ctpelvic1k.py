"""CTPelvic1K, the two subsets with their own images: other prefixes on images than on masks."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=3, subjects=3, annotations={"mask": 2}, names=("sacrum", "hip bone", "lumbar vertebra")
)
# 2 is on the patient's left and 3 on the right, as a public loader measured
BOXES = {
    1: (12, 20, 16, 24, 2, 12),
    2: (23, 30, 8, 18, 2, 14),
    3: (2, 9, 8, 18, 2, 14),
    4: (12, 20, 10, 16, 13, 19),
}


def make(root: Path) -> None:
    """One scan of subset 7 has no mask; masks of subset 1 are there, its images are not."""
    mask = write_pair(
        root / "CTPelvic1K_dataset6_data" / "dataset6_CLINIC_0001_data.nii.gz",
        root
        / "CTPelvic1K_dataset6_Anonymized_mask"
        / "ipcai2021_dataset6_Anonymized"
        / "dataset6_CLINIC_0001_mask_4label.nii.gz",
        BOXES,
    )
    for n in (0, 1):
        write_pair(
            root / "CTPelvic1K_dataset7_data" / f"dataset7_CLINIC_metal_{n:04d}_data.nii.gz",
            root / "CTPelvic1K_dataset7_mask" / f"CLINIC_metal_{n:04d}_mask_4label.nii.gz"
            if n == 0
            else None,
            BOXES,
        )
    write_volume(
        root / "CTPelvic1K_dataset1_mask_mappingback" / "dataset1_1000_mask_4label.nii.gz", mask
    )
