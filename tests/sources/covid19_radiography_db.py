"""COVID-19 Radiography Database: images and smaller masks per class, a blank in a folder's name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=4, subjects=4, names=("viral pneumonia", "normal chest radiograph", "lung opacity")
)


def make(root: Path) -> None:
    top = root / "COVID-19_Radiography_Dataset"
    for name in ("COVID", "Lung_Opacity", "Normal", "Viral Pneumonia"):
        fake_image(top / name / "images" / f"{name}-1.png", (60, 60), mode="L")
        fake_mask(top / name / "masks" / f"{name}-1.png", (52, 52), {255: (8, 8, 24, 44)})
        header = ["FILE NAME", "FORMAT", "SIZE", "URL"]
        rows = [[f"{name.upper()}-1", "PNG", "256*256", ""]]
        write_xlsx(top / f"{name}.metadata.xlsx", header, rows)
