"""MOTUM: BIDS-like images, two masks in derivatives: one seen on FLAIR, one on contrast T1."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 4})


def make(root: Path) -> None:
    """sub-0030 has masks and no images."""
    for n in (1, 2, 30):
        name = f"sub-{n:04d}"
        for sequence in ("flair", "t1", "t1ce", "t2"):
            image = root / name / "anat" / f"{name}_{sequence}.nii.gz"
            boxes = {1: (6, 20, 6, 20, 4, 16), 2: (9, 15, 9, 15, 6, 12)}
            labels = write_pair(image, None, boxes, low=0, high=900)
            if n == 30:
                image.unlink()
        out = root / "derivatives" / name
        write_volume(out / "flair_seg_label1.nii.gz", (labels > 0).astype("uint8"))
        write_volume(out / "t1ce_seg_label2.nii.gz", (labels == 2).astype("uint8"))
