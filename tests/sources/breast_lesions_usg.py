"""BrEaST: several "other" masks joined by `&`, a normal case without a mask, BI-RADS 4a."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(cases=4, subjects=4, names=("benign", "malignant"))
FOLDER = "BrEaST-Lesions_USG-images_and_masks"
HEADER = [
    "CaseID", "Image_filename", "Mask_tumor_filename", "Mask_other_filename", "Pixel_size", "Age",
    "Tissue_composition", "Signs", "Symptoms", "Shape", "Margin", "Echogenicity",
    "Posterior_features", "Halo", "Calcifications", "Skin_thickening", "Interpretation", "BIRADS",
    "Verification", "Diagnosis", "Classification",
]  # fmt: skip


def _row(n: int, others: str, birads: str, kind: str, pixel: float) -> list[object]:
    tumour = "" if kind == "normal" else f"case{n:03d}_tumor.png"
    middle = ["57", "homogeneous: fat", *["no"] * 2, *["not applicable"] * 8]
    end = [birads, "confirmed by biopsy", "", kind]
    return [n, f"case{n:03d}.png", tumour, others, pixel, *middle, *end]


def make(root: Path) -> None:
    top = root / FOLDER
    rows = [
        _row(1, "", "2", "benign", 0.0073),
        _row(16, "case016_other1.png", "4a", "benign", 0.0073),
        _row(17, "case017_other1.png&case017_other2.png", "5", "malignant", 0.0101),
        _row(60, "", "1", "normal", 0.0073),
    ]
    for row in rows:
        assert len(row) == len(HEADER), row
        fake_image(top / str(row[1]), (88, 64))
        for k, name in enumerate(name for c in (2, 3) for name in str(row[c]).split("&") if name):
            fake_mask(top / name, (88, 64), {255: (10 + 18 * k, 20, 26 + 18 * k, 44)})
    write_xlsx(root / "BrEaST-Lesions-USG-clinical-data-Dec-15-2023.xlsx", HEADER, rows)
