"""COVID-19-20: image and mask in one folder, validation without masks."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 2},
)


def make(root: Path) -> None:
    """Numbers have gaps; names keep `volume-covid19-A-` and end in _ct or _seg."""
    boxes = {1: (4, 12, 6, 20, 5, 15)}
    for n in ("0003", "0011"):
        stem = f"volume-covid19-A-{n}"
        write_pair(root / "Train" / f"{stem}_ct.nii.gz", root / "Train" / f"{stem}_seg.nii.gz",
                   boxes)  # fmt: skip
    write_pair(root / "Validation" / "volume-covid19-A-0698_ct.nii.gz", None, boxes)
