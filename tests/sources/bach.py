"""BACH: four folders of photographs, a table without a header, an unlabelled test set."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=(
        "normal breast tissue",
        "benign breast lesion",
        "carcinoma in situ",
        "invasive carcinoma",
    ),
)
FOLDERS = {"Normal": "n001", "Benign": "b001", "InSitu": "is001", "Invasive": "iv001"}


def make(root: Path) -> None:
    top = root / "ICIAR2018_BACH_Challenge"
    for folder, name in FOLDERS.items():
        fake_image(top / "Photos" / folder / f"{name}.tif", (64, 48))
        (top / "Photos" / folder / "Thumbs.db").write_bytes(b"junk of Windows")
    rows = [[f"{name}.tif", folder] for folder, name in FOLDERS.items()]
    write_table(top / "Photos" / "microscopy_ground_truth.csv", [], rows)
    fake_image(top / "WSI" / "gt_thumbnails" / "A01.png", (64, 48))
    for name in ("test0", "test1"):
        folder = root / "ICIAR2018_BACH_Challenge_TestDataset" / "Photos"
        fake_image(folder / f"{name}.tif", (64, 48))
