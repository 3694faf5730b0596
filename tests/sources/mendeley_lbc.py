"""Mendeley LBC: folders with blanks, inside one more folder; smears named in several ways."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=9, subjects=5, annotations={"class": 9}, names=("HSIL", "LSIL"))


def make(root: Path) -> None:
    top = root / "pap smear liquid based cytology"
    for kind, names in {
        "High squamous intra-epithelial lesion": (
            "HSIL_1 (1).jpg",
            "HSIL_1 (2).JPG",
            "HSIL_1 (10).jpg",
        ),
        "Low squamous intra-epithelial lesion": ("LSIL_4 (37).jpg",),
        "Negative for Intraepithelial malignancy": ("NL_10_ (5).jpg", "NL_10_ (6).jpg"),
        "Squamous cell carcinoma": ("scc_1 (21).jpg", "SCC_1 (11).jpg", "SCC_3 (11).jpg"),
    }.items():
        for name in names:
            fake_image(top / kind / name, (64, 48))
