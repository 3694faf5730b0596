"""GlaS: instance masks beside the images, headers that begin with a blank."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    names=("gland", "benign", "malignant"),
)
GRADES = """\
name, patient ID, grade (GlaS), grade (Sirinukunwattana et al. 2015)
testA_1, 3, benign, adenomatous
train_1, 5, benign, healthy
train_2, 5, malignant, moderately differentiated
"""


def make(root: Path) -> None:
    top = root / "Warwick_QU_Dataset"
    write_text(top / "Grade.csv", GRADES)
    for name in ("train_1", "train_2", "testA_1"):
        fake_image(top / f"{name}.bmp", (64, 48))
        boxes = {1: (4, 4, 24, 20), 2: (30, 10, 56, 40)}
        fake_mask(top / f"{name}_anno.bmp", (64, 48), boxes)
