"""SegThy: thyroid on MR and freehand ultrasound; two label folders, one with an extra axis."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(cases=4, subjects=3, names=("thyroid gland",))


def make(root: Path) -> None:
    """Volunteers 5 and 7 on MR, 5 and 9 on ultrasound; vessels are drawn on MR of 7."""
    base = root / "MRI_data" / "MRI_volunteer_dataset"
    for n in (5, 7):
        image = base / "MRI" / f"{n:03d}_MRI.nii.gz"
        labels = write_pair(image, None, cells((1, 2, 3, 4, 5)), low=0, high=900)
        thyroid = (labels == 1).astype(np.uint8)
        if n == 5:  # upstream's second channel is empty
            thyroid = np.stack([thyroid, np.zeros_like(thyroid)], axis=-1)
        write_volume(base / "MRI_thyroid_label" / f"{n:03d}_MRI_thyroid_label.nii.gz", thyroid)
        if n == 7:
            folder = "MRI_thyroid+jugular+carotid_label"
            write_volume(base / folder / f"{n:03d}_{folder}.nii.gz", labels)
    base = root / "US_data" / "US_volunteer_dataset" / "ground_truth_data"
    for stem in ("005_P1_1_left", "009_P1_2_right"):
        write_pair(
            base / "US" / f"{stem}_US.nii",
            base / "US_thyroid_label" / f"{stem}.nii",
            cells((1, 2, 3) if "left" in stem else (1, 4, 5)),
            low=0,
            high=255,
        )
