"""RSNA bone age: a folder nested twice, a test table with other headers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=2, subjects=2, annotations={"value": 2}, names=("bone age",))


def make(root: Path) -> None:
    rows = [[1377, 180, False], [1378, 12, False]]
    write_table(root / "boneage-training-dataset.csv", ["id", "boneage", "male"], rows)
    write_table(root / "boneage-test-dataset.csv", ["Case ID", "Sex"], [[4360, "M"]])
    for part, n in (("training", 1377), ("training", 1378), ("test", 4360)):
        folder = root / f"boneage-{part}-dataset" / f"boneage-{part}-dataset"
        fake_image(folder / f"{n}.png", (56, 72), mode="L")
