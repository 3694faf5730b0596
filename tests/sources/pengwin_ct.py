"""PENGWIN task 1: images in two folders, ranges of values for the fragments of three bones."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("sacrum",))


def make(root: Path) -> None:
    """Case 51 lies in the second folder; whole bones are the first value of their range."""
    for n, part, values in (
        (1, 1, (1, 11, 21, 22)),
        (50, 1, (1, 2, 11, 21)),
        (51, 2, (1, 11, 12, 21)),
    ):
        write_pair(
            root / f"PENGWIN_CT_train_images_part{part}" / f"{n:03d}.mha",
            root / "PENGWIN_CT_train_labels" / f"{n:03d}.mha",
            cells(values),
        )
    write_text(root / "__MACOSX" / "PENGWIN_CT_train_labels" / "._001.mha", "Mac OS X")
