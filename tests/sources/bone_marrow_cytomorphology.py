"""Bone marrow MLL: small classes flat, large ones cut into folders of a thousand."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

KINDS = (
    "ABE", "ART", "BAS", "BLA", "EBO", "EOS", "FGC", "HAC", "KSC", "LYI", "LYT", "MMZ", "MON",
    "MYB", "NGB", "NGS", "NIF", "OTH", "PEB", "PLM", "PMO",
)  # fmt: skip
LARGE = ("ART", "BLA", "NGS")
EXPECTED = Expected(
    cases=24,
    subjects=24,
    names=("eosinophil", "plasma cell", "promyelocyte", "segmented neutrophil"),
)


def make(root: Path) -> None:
    top = root / "BM_cytomorphology_data"
    for kind in KINDS:
        if kind in LARGE:
            fake_image(top / kind / "0001-1000" / f"{kind}_00001.jpg", (40, 40))
            fake_image(top / kind / "1001-2000" / f"{kind}_01001.jpg", (40, 40))
        else:
            fake_image(top / kind / f"{kind}_00001.jpg", (40, 40))
