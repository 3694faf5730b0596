"""Monkeypox 2022: six folders of originals, and augmented copies under the same names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(
    cases=6,
    subjects=6,
    annotations={"class": 6},
    names=("monkeypox", "chickenpox", "measles", "cowpox", "smallpox"),
)
CLASSES = ("chickenpox", "cowpox", "healthy", "measles", "monkeypox", "smallpox")


def make(root: Path) -> None:
    top = root / "monkeypox dataset"
    for kind in CLASSES:
        for tree in ("preprocessed_original_images", "augmented_images"):
            fake_image(top / tree / kind / f"{kind}1.jpg", (56, 56), seed=tree + kind)
        fake_image(top / "augmented_images" / kind / f"{kind}1_2.jpg", (56, 56))
    write_xlsx(top / "sources.xlsx", ["image", "url"], [["monkeypox1", "https://example.org"]])
