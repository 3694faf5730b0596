"""MuReD: names in brackets with two suffixes, nested folder, one-hot tables of train and val."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 3, "val": 1},
    names=("diabetic retinopathy", "normal retina", "media haze"),
)
COLUMNS = [
    "DR", "NORMAL", "MH", "ODC", "TSLN", "ARMD", "DN", "MYA", "BRVO", "ODP", "CRVO", "CNV", "RS",
    "ODE", "LS", "CSR", "HTR", "ASR", "CRS", "OTHER",
]  # fmt: skip
ROWS = {
    "train": [("aria_d_26_26", "tif", ("DR",)), ("103", "png", ("NORMAL",)),
              ("im0041", "png", ("MH", "OTHER"))],
    "val": [("1174", "png", ("CNV", "HTR", "ASR"))],
}  # fmt: skip


def make(root: Path) -> None:
    for name, rows in ROWS.items():
        table = [[stem, *(int(c in given) for c in COLUMNS)] for stem, _, given in rows]
        write_table(root / f"{name}_data.csv", ["ID", *COLUMNS], table)
        for stem, suffix, _ in rows:
            fake_image(root / "images" / "images" / f"{stem}.{suffix}", (72, 56))
