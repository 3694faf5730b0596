"""ImageCAS: folders by range of numbers, two suffixes, a spreadsheet of folds."""

from pathlib import Path

from gmai_data.testing import Expected, write_xlsx
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("coronary artery",))


def make(root: Path) -> None:
    """Numbers are not padded."""
    for folder, n in (("1-200", 1), ("1-200", 12), ("801-1000", 1000)):
        write_pair(
            root / folder / f"{n}.img.nii.gz",
            root / folder / f"{n}.label.nii.gz",
            {1: (8, 20, 8, 16, 2, 18)},
            high=800,
        )
    write_xlsx(
        root / "imageCAS_data_split.xlsx",
        ["FileName", "Split-1", "Split-2", "Split-3", "Split-4"],
        [[n, "Training", "Testing", "Training", "Training"] for n in (1, 12, 1000)],
    )
