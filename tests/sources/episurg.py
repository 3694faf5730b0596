"""EPISURG: scans after surgery, most without a mask, some with the masks of several raters."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("resection cavity",))


def make(root: Path) -> None:
    """0001 has two raters, 0002 none, 0003 one and a scan before surgery."""
    base = root / "EPISURG"
    for subject, raters in (("0001", (1, 3)), ("0002", ()), ("0003", (2,))):
        folder = base / "subjects" / subject
        labels = write_pair(
            folder / "postop" / f"{subject}_postop-t1mri-1.nii.gz",
            None,
            {1: (4, 12, 6, 14, 5, 14)},
            low=0,
            high=900,
        )
        for rater in raters:
            write_volume(folder / "postop" / f"{subject}_postop-seg-{rater}.nii.gz", labels)
    write_pair(
        base / "subjects" / "0003" / "preop" / "0003_preop-t1mri-1.nii.gz", None, {},
        low=0, high=900,
    )  # fmt: skip
    write_table(
        base / "subjects.csv",
        ["Subject", "Hemisphere", "Type"],
        [
            ["0001", "Right", "Temporal lobe"],
            ["0002", "Left", "Frontal lobe"],
            ["0003", "Left", "Temporal lobe"],
        ],
    )
