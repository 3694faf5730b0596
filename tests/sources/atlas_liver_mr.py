"""ATLAS (liver MR): im and lb with a number, a version in the top folder's name."""

from pathlib import Path

from gmai_data.testing import Expected, write_json
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("liver", "liver tumour"))


def make(root: Path) -> None:
    """Numbers are not padded and start at 0; the zip of a Mac has left its folder."""
    base = root / "atlas-train-dataset-1.0.1" / "train"
    for n in (0, 59):
        write_pair(
            base / "imagesTr" / f"im{n}.nii.gz",
            base / "labelsTr" / f"lb{n}.nii.gz",
            {1: (3, 22, 6, 24, 3, 17), 2: (6, 11, 10, 15, 6, 12)},
            low=0,
            high=900,
            spacing_mm=(1.2, 1.2, 3),
        )
    write_json(base / "dataset.json", {"labels": {"0": "background", "1": "liver", "2": "tumor"}})
