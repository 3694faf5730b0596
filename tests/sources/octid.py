"""OCTID: five folders, "Images" once with a capital, other files among the pictures."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=5,
    names=(
        "age-related macular degeneration", "central serous retinopathy", "diabetic retinopathy",
        "macular hole", "normal retina",
    ),
)  # fmt: skip
FILES = (
    "Age-related-Macular-Degeneration-Retinal-OCT-images/AMRD1.jpeg",
    "Central-serous-retinopathy-retinal-OCT-images/CSR1.jpeg",
    "Diabetic-Retinopathy-Retinal-OCT-Images/DR1.jpeg",
    "Macular-Hole-Retinal-OCT-images/MH1.jpeg",
    "Normal-Retinal-OCT-images/NORMAL1.jpeg",
)


def make(root: Path) -> None:
    for file in FILES:
        fake_image(root / file, (64, 48), mode="L")
    write_text(root / "Normal-Retinal-OCT-images" / "MANIFEST.TXT", "a note\n")
