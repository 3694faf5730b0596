"""TN-SCUI 2020: upper-case suffix in this copy, names in the table with it, training only."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3, "mask": 3},
    names=("thyroid nodule", "benign", "malignant"),
)


def make(root: Path) -> None:
    top = root / "TNSCUI2020_train"
    rows = []
    for name, kind in (("00001", 0), ("00002", 1), ("03644", 1)):
        fake_image(top / "image" / f"{name}.PNG", (80, 60), mode="L")
        fake_mask(top / "mask" / f"{name}.PNG", (80, 60), {255: (20, 16, 50, 44)})
        rows.append([f"{name}.PNG", kind])
    write_table(top / "train.csv", ["ID", "CATE"], rows)
