"""IQ-OTH/NCCD: `Bengin`, nested once more, and test cases without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=4, subjects=4)


def make(root: Path) -> None:
    name = "The IQ-OTHNCCD lung cancer dataset"
    top = root / name / name
    for picture in (
        "Bengin cases/Bengin case (1).jpg",
        "Malignant cases/Malignant case (1).jpg",
        "Malignant cases/Malignant case (2).jpg",
        "Normal cases/Normal case (1).jpg",
    ):
        fake_image(top / picture, (52, 52))
    fake_image(root / "Test cases" / "000108 (3).png", (52, 52))
    write_text(top / "IQ-OTH_NCCD lung cancer dataset.txt", "Collected in autumn 2019.\n")
