"""LNDb: MetaImage in six folders, a mask per reader whose values are numbers of findings."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("lung nodule",))
FIRST, SECOND = (4, 9, 6, 11, 5, 9), (20, 24, 14, 18, 10, 14)


def make(root: Path) -> None:
    """Reader 2 of LNDb-0001 numbers the same nodule otherwise; LNDb-0310 is a test scan."""
    masks = {(1, 1): {1: FIRST, 2: SECOND}, (1, 2): {1: SECOND}, (205, 1): {1: FIRST}}
    for n, folder in ((1, "data0"), (205, "data4"), (310, "data5")):
        write_pair(root / folder / f"LNDb-{n:04d}.mhd", None, {})
    for (n, reader), boxes in masks.items():
        scratch = root / "data0" / "scratch.mhd"
        write_pair(scratch, root / "masks" / f"LNDb-{n:04d}_rad{reader}.mhd", boxes)
        for suffix in (".mhd", ".raw"):
            scratch.with_suffix(suffix).unlink()
    write_table(
        root / "trainset_csv" / "trainNodules.csv",
        ["LNDbID", "RadID", "FindingID", "x", "y", "z", "Nodule", "Volume", "Text"],
        [
            [1, 1, 1, 6.0, 8.0, 6.5, 1, 125.0, 5],
            [1, 1, 2, 22.0, 16.0, 12.0, 1, 64.0, 4],
            [1, 2, 1, 22.0, 16.0, 12.0, 1, 64.0, 5],
            [205, 1, 1, 6.0, 8.0, 6.5, 1, 125.0, 1],
        ],
    )
    write_table(root / "trainset_csv" / "trainFleischner.csv", ["LNDbID", "Fleischner"],
                [[1, 2], [205, 0]])  # fmt: skip
    write_table(root / "testset_csv" / "testCTs.csv", ["LNDbID"], [[310]])
