"""Cervical screening: numbers that repeat across folders, lists of corrections and removals."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=4, annotations={"class": 4})


def make(root: Path) -> None:
    """The test pictures of stage 1 got their answers later, in a table."""
    for folder in ("Type_1", "Type_2", "Type_3"):
        fake_image(root / "train" / folder / "10.jpg", (60, 80), seed=folder)
    fake_image(root / "test" / "0.jpg", (60, 80))
    answer = [["0.jpg", 0, 1, 0]]
    header = ["image_name", "Type_1", "Type_2", "Type_3"]
    write_table(root / "solution_stg1_release.csv", header, answer)
    fixed = [["1339.jpg", "Type_1", "Type_3"]]
    write_table(root / "fixed_labels_v2.csv", ["filename", "old_label", "new_label"], fixed)
    write_table(root / "removed_files.csv", ["filename", "type"], [["5893.jpg", "Type_1"]])
