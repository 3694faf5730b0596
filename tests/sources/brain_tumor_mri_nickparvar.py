"""Brain Tumor MRI (Nickparvar): four class folders in Training and Testing."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    names=("glioma", "pituitary tumour", "brain tumour"),
    absent=("brain tumour",),
)
NAMES = (
    "Training/glioma/Tr-gl_0010", "Training/notumor/Tr-no_0010", "Training/pituitary/Tr-pi_0010",
    "Testing/meningioma/Te-me_0010",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / f"{name}.jpg", (64, 64))
