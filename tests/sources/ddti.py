"""DDTI (preprocessed copy): masks of equal name, classes in a table, cropped stages beside it."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table, write_text

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("thyroid nodule",))


def make(root: Path) -> None:
    top = root / "DDTI"
    rows = []
    for n, kind in ((0, 0), (1, 1), (2, 1)):
        name = f"{n:04d}.PNG"
        for folder in (top / "1_or_data", top / "2_preprocessed_data" / "stage1"):
            fake_image(folder / "image" / name, (88, 60), mode="L")
            fake_mask(folder / "mask" / name, (88, 60), {255: (20, 16, 50, 44)})
        rows.append([name, kind])
    write_table(top / "1_or_data" / "category.csv", ["ID", "CATE"], rows)
    write_table(top / "2_preprocessed_data" / "train.csv", ["ID", "CATE"], rows)
    write_text(top / "2_preprocessed_data" / "readme.txt", "cropped\n")
