"""ALL-IDB: whole fields with blast centroids (none in a healthy one), and single-cell crops."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=4, subjects=4, splits={"train": 4}, names=("lymphoblast",))


def make(root: Path) -> None:
    first = root / "ALL_IDB1"
    fake_image(first / "im" / "Im001_1.jpg", (64, 48))
    write_text(first / "xyc" / "Im001_1.xyc", "10\t12\n40\t30\n")
    fake_image(first / "im" / "Im034_0.jpg", (64, 48))
    write_text(first / "xyc" / "Im034_0.xyc", "")
    for stem in ("Im001_1", "Im131_0"):
        fake_image(root / "ALL_IDB2" / "img" / f"{stem}.tif", (48, 48))
