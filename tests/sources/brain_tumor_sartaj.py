"""SARTAJ brain tumours: blanks and brackets in names, names that repeat in other folders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=9,
    subjects=9,
    splits={"test": 3, "train": 6},
    names=("meningioma", "pituitary tumour", "brain tumour"),
    absent=("brain tumour",),
)
FILES = (
    "Training/glioma_tumor/gg (1).jpg", "Training/glioma_tumor/gg (2).jpg",
    "Training/meningioma_tumor/m1(1).jpg", "Training/no_tumor/1.jpg",
    "Training/no_tumor/image(1).jpg", "Training/pituitary_tumor/p (1).jpg",
    "Testing/glioma_tumor/image(1).jpg", "Testing/no_tumor/image(1).jpg",
    "Testing/pituitary_tumor/image(1).jpg",
)  # fmt: skip


def make(root: Path) -> None:
    for path in FILES:
        fake_image(root / path, (64, 64), seed=path)
