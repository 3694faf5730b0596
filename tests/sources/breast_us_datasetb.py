"""UDIAT (Dataset B): six-digit names, masks of 255, the type in a spreadsheet."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3, "mask": 3},
    names=("breast lesion", "benign", "malignant"),
)


def make(root: Path) -> None:
    top = root / "Dataset_B (BUS)"
    rows = []
    for n, kind in ((1, "Benign"), (2, "Malignant"), (163, "Benign")):
        fake_image(top / "original" / f"{n:06d}.png", (80, 64), mode="L")
        fake_mask(top / "GT" / f"{n:06d}.png", (80, 64), {255: (20, 20, 50, 44)})
        rows.append([f"{n:06d}", kind])
    write_xlsx(top / "DatasetB.xlsx", ["Image", "Type"], rows)
