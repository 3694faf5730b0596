"""CT kidney: the folder twice over, hyphen, blank and brackets in names, an unneeded table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=5, subjects=5, names=("kidney stone",))


def make(root: Path) -> None:
    name = "CT-KIDNEY-DATASET-Normal-Cyst-Tumor-Stone"
    top = root / name / name
    rows = []
    for n, kind in enumerate(("Cyst", "Cyst", "Normal", "Stone", "Tumor")):
        stem = f"{kind}- ({n + 1})"
        fake_image(top / kind / f"{stem}.jpg", (52, 52))
        rows.append([n, stem, f"../input/{kind}/{stem}.jpg", kind, n % 4, kind])
    write_table(root / "kidneyData.csv", ["", "image_id", "path", "diag", "target", "Class"], rows)
