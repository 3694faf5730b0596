"""WCE curated colon: three splits, numbered class folders, blanks and brackets in names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=6,
    subjects=6,
    splits={"test": 1, "train": 4, "val": 1},
    annotations={"class": 6},
    names=("ulcerative colitis", "polyp", "oesophagitis"),
)


def make(root: Path) -> None:
    for split, folder, name in (
        ("train", "0_normal", "train_normal_ (1)"),
        ("train", "1_ulcerative_colitis", "train_ulcer_ (1)"),
        ("train", "2_polyps", "train_polyps_ (1)"),
        ("train", "3_esophagitis", "train_esophagitis_ (1)"),
        ("val", "2_polyps", "val_polyps_ (1)"),
        ("test", "0_normal", "test_normal_ (1)"),
    ):
        fake_image(root / split / folder / f"{name}.jpg", (64, 64))
