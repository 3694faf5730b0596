"""MosMedData: the class is the folder, fifty scans of CT-1 have a mask."""

from pathlib import Path

from gmai_data.testing import Expected, write_xlsx
from tests.pairs import write_pair

EXPECTED = Expected(cases=5, subjects=5, annotations={"class": 5, "mask": 1})


def make(root: Path) -> None:
    """study_0255 is the first with a mask; slices are 8 mm apart."""
    base = root / "COVID19_1110"
    studies = (("CT-0", 1), ("CT-1", 255), ("CT-2", 939), ("CT-3", 1064), ("CT-4", 1109))
    for folder, n in studies:
        stem = f"study_{n:04d}"
        mask = base / "masks" / f"{stem}_mask.nii.gz" if n == 255 else None
        write_pair(base / "studies" / folder / f"{stem}.nii.gz", mask, {1: (4, 12, 6, 20, 5, 15)},
                   spacing_mm=(0.8, 0.8, 8.0))  # fmt: skip
    write_xlsx(
        base / "dataset_registry.xlsx",
        ["category", "study_file", "mask_file"],
        [
            [folder, f"/studies/{folder}/study_{n:04d}.nii.gz",
             f"/masks/study_{n:04d}_mask.nii.gz" if n == 255 else ""]
            for folder, n in studies
        ],
    )  # fmt: skip
