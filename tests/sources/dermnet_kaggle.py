"""DermNet as Kaggle has it: class names that are sentences, the same classes in train and test."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=6,
    subjects=6,
    splits={"test": 1, "train": 5},
    annotations={"class": 6},
    names=("atopic dermatitis or related skin disease",),
)
PICTURES = (
    ("train", "Acne and Rosacea Photos", "07PerioralDermatitis.jpg"),
    ("train", "Atopic Dermatitis Photos", "05PityriasisAlba.jpg"),
    ("train", "Warts Molluscum and other Viral Infections", "1AG.jpg"),
    (
        "train",
        "Actinic Keratosis Basal Cell Carcinoma and other Malignant Lesions",
        "18Lentigo.jpg",
    ),
    ("train", "Scabies Lyme Disease and other Infestations and Bites", "biting-insects-1.jpg"),
    ("test", "Acne and Rosacea Photos", "07Acne081101.jpg"),
)


def make(root: Path) -> None:
    for split, kind, name in PICTURES:
        fake_image(root / "dermnet" / split / kind / name, (72, 48), seed=name)
