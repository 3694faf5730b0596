"""Raabin-WBC, double-labelled crops: three archives; Test-B has two of the five classes.

Pictures with outlined nuclei lie beside them (`GrTh`, its layout is not known well).
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=8,
    subjects=8,
    splits={"test": 3, "train": 5},
    annotations={"class": 8},
    names=("basophil", "eosinophil", "lymphocyte", "monocyte", "neutrophil"),
)
FILES = (
    ("Train", "Basophil", "95-5-1-40-2_42_1"), ("Train", "Eosinophil", "95-5-1-40-2_43_1"),
    ("Train", "Lymphocyte", "95-5-1-40-2_44_1"), ("Train", "Monocyte", "95-5-1-40-2_45_1"),
    ("Train", "Neutrophil", "95-5-1-40-2_46_1"), ("TestA", "Neutrophil", "95-5-1-40-2_47_1"),
    ("TestB", "Lymphocyte", "20190526_162951_0"), ("TestB", "Neutrophil", "20190527_163110_0"),
)  # fmt: skip


def make(root: Path) -> None:
    for part, name, stem in FILES:
        fake_image(root / part / name / f"{stem}.jpg", (57, 57), seed=f"{part}{stem}")
    for folder in ("Original", "Ground Truth"):
        fake_image(root / "GrTh" / folder / "1.jpg", (57, 57))
