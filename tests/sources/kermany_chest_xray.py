"""Chest X-Ray Images as on Kaggle: nested once more, patients numbered apart per split."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 2, "train": 3},
    annotations={"class": 8},
    names=("normal chest radiograph", "bacterial pneumonia", "viral pneumonia", "pneumonia"),
)
NAMES = (
    "train/NORMAL/IM-0115-0001", "train/PNEUMONIA/person1_bacteria_1",
    "train/PNEUMONIA/person1_bacteria_2", "test/PNEUMONIA/person1_virus_6",
    "test/NORMAL/NORMAL2-IM-0007-0001",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "chest_xray" / "chest_xray" / f"{name}.jpeg", (70, 52), mode="L")
    junk = root / "chest_xray" / "__MACOSX" / "chest_xray" / "._train"
    junk.parent.mkdir(parents=True)
    junk.write_bytes(b"junk of macOS")
