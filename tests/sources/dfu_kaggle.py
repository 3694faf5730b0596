"""DFU (Kaggle): brackets and blanks in folders, the same numbers in both classes.

Whole photographs, an unlabelled test set and web pictures lie beside the patches: none has a label,
and the patches were cut from the whole photographs.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=4, subjects=4, annotations={"class": 4}, names=("healthy skin",))


def make(root: Path) -> None:
    top = root / "DFU"
    for folder in ("Patches/Abnormal(Ulcer)", "Patches/Normal(Healthy skin)"):
        for n in (1, 2):
            fake_image(top / folder / f"{n}.jpg", (56, 56), seed=f"{folder}{n}")
    for folder in ("Original Images", "TestSet", "Transfer-Learning images/Wound Images"):
        fake_image(top / folder / "1.jpg", (64, 48), seed=folder)
