"""Mendeley LBC: folders with blanks, inside one more folder; an upper-case suffix."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=5, subjects=5, annotations={"class": 5}, names=("HSIL", "LSIL"))


def make(root: Path) -> None:
    top = root / "pap smear liquid based cytology"
    for kind, names in {
        "High squamous intra-epithelial lesion": ("HSIL_1 (1).jpg", "HSIL_1 (2).JPG"),
        "Low squamous intra-epithelial lesion": ("LSIL_1 (1).jpg",),
        "Negative for Intraepithelial malignancy": ("NL_1_ (1).jpg",),
        "Squamous cell carcinoma": ("scc_1 (1).jpg",),
    }.items():
        for name in names:
            fake_image(top / kind / name, (64, 48))
