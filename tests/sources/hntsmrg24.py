"""HNTS-MRG 2024: before and during radiotherapy, and the former registered to the latter."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4, subjects=2, annotations={"mask": 4}, names=("head and neck primary tumour",)
)


def make(root: Path) -> None:
    """Patient 3 has a complete response: nothing is left in the second mask."""
    for n in (2, 3):
        for phase in ("preRT", "midRT"):
            folder = root / "HNTSMRG24_train" / "train" / str(n) / phase
            values = () if (n, phase) == (3, "midRT") else (1, 2)
            write_pair(
                folder / f"{n}_{phase}_T2.nii.gz",
                folder / f"{n}_{phase}_mask.nii.gz",
                cells(values),
                low=0,
                high=900,
                spacing_mm=(0.5, 0.5, 2.0),
            )
        write_pair(
            folder / f"{n}_preRT_T2_registered.nii.gz",
            folder / f"{n}_preRT_mask_registered.nii.gz",
            cells((1, 2)),
            low=0,
            high=900,
            spacing_mm=(0.5, 0.5, 2.0),
        )
    write_text(folder / f"._{n}_midRT_T2.nii.gz", "Mac OS X")
