"""ISBI 2015 cephalometry: 19 points and eight classes in a text file, by two doctors."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 2, "train": 1},
)


def make(root: Path) -> None:
    for folder, name in (("TrainingData", "001"), ("Test1Data", "151"), ("Test2Data", "301")):
        fake_image(root / "RawImage" / folder / f"{name}.bmp", (97, 120))
        for rater, shift in (("senior", 0), ("junior", 1)):
            points = [f"{8 + 4 * k + shift},{10 + 5 * k}" for k in range(19)]
            classes = ["1", "3", "2", "1", "4", "1", "1", "2"]
            write_text(
                root / "AnnotationsByMD" / f"400_{rater}" / f"{name}.txt",
                "\r\n".join([*points, *classes]) + "\r\n",
            )
