"""SegTHOR: the label is `GT` in the folder of its patient; test scans lie flat and unlabelled."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("oesophagus", "heart", "trachea", "aorta"),
)


def make(root: Path) -> None:
    """Patient_41 is of the test set."""
    for name in ("Patient_01", "Patient_40"):
        folder = root / "train" / name
        boxes = cells((1, 2, 3, 4))
        write_pair(folder / f"{name}.nii.gz", folder / "GT.nii.gz", boxes, seed=name)
    write_pair(root / "test" / "Patient_41.nii.gz", None, {})
