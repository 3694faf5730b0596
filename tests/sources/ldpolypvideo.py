"""LDPolypVideo: frame numbers restart per video; text files begin with the number of polyps."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=3,
    splits={"test": 1, "train": 4},
    names=("polyp",),
)


def make(root: Path) -> None:
    for folder, video, frame, boxes in (
        ("TrainValid", "1", "0001", ["20 15 60 50"]),
        ("TrainValid", "1", "0002", ["20 15 60 50", "70 40 90 66"]),
        ("TrainValid", "1", "0003", []),
        ("TrainValid", "2", "0001", []),
        ("Test", "101", "0001", ["10 10 44 40"]),
    ):
        fake_image(root / folder / "Images" / video / f"{frame}.jpg", (112, 96))
        text = "".join(f"{line}\n" for line in (str(len(boxes)), *boxes))
        write_text(root / folder / "Annotations" / video / f"{frame}.txt", text)
