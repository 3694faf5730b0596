"""COVID-QU-Ex: blanks in folder names, nested twice; infection masks in the smaller tree only."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 1, "train": 3, "val": 1},
    names=("COVID-19", "lung"),
)


def make(root: Path) -> None:
    size = (64, 64)
    for part, split, kind, name in (
        ("Lung", "Train", "COVID-19", "covid_1"),
        ("Lung", "Train", "Normal", "Normal (1)"),
        ("Lung", "Val", "Non-COVID", "non_COVID (12)"),
        ("Infection", "Train", "COVID-19", "covid_9"),
        ("Infection", "Test", "COVID-19", "covid_10"),
    ):
        top = root / f"{part} Segmentation Data" / f"{part} Segmentation Data" / split / kind
        fake_image(top / "images" / f"{name}.png", size, mode="L")
        lungs = {255: (8, 8, 56, 56)}
        fake_mask(top / "lung masks" / f"{name}.png", size, lungs)
        if part == "Infection":
            fake_mask(top / "infection masks" / f"{name}.png", size, {255: (12, 30, 24, 44)})
