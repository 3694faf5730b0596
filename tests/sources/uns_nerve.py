"""Ultrasound nerve: mask beside the image, empty for many, TIFFs; a test set without subjects."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(cases=4, subjects=3, annotations={"mask": 3}, names=("brachial plexus",))


def make(root: Path) -> None:
    size = (80, 60)
    rows = []
    for subject, n, box in ((33, 77, (20, 16, 50, 44)), (33, 78, None), (1, 1, (10, 10, 30, 40))):
        fake_image(root / "train" / f"{subject}_{n}.tif", size, mode="L")
        mask = root / "train" / f"{subject}_{n}_mask.tif"
        fake_mask(mask, size, {255: box} if box else {})
        rows.append([subject, n, "1 5 70 5" if box else ""])
    fake_image(root / "test" / "9.tif", size, mode="L")
    write_table(root / "train_masks.csv", ["subject", "img", "pixels"], rows)
    write_table(root / "sample_submission.csv", ["img", "pixels"], [[9, "1 1"]])
