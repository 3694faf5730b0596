"""AML-Cytomorphology_LMU: RGBA TIFF, a folder per class, blank separated second opinions."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

KINDS = (
    "BAS", "EBO", "EOS", "KSC", "LYA", "LYT", "MMZ", "MOB", "MON", "MYB", "MYO", "NGB", "NGS",
    "PMB", "PMO",
)  # fmt: skip
EXPECTED = Expected(
    cases=16,
    subjects=16,
    names=("basophil", "erythroblast", "myeloblast", "band neutrophil", "segmented neutrophil"),
)


def make(root: Path) -> None:
    top = root / "AML-Cytomorphology_LMU"
    lines = []
    for kind in KINDS:
        for n in (1, 2) if kind == "MYO" else (1,):
            name = f"{kind}_{n:04d}.tiff"
            fake_image(top / "AML-Cytomorphology" / kind / name, (40, 40), mode="RGBA")
            lines.append(f"{kind}/{name} {kind} {kind if n == 1 else 'MOB'} {kind}\n")
    write_text(top / "annotations.dat", "".join(lines))
    write_text(top / "abbreviations.csv", "BAS,Basophil\nEBO,Erythroblast\n")
