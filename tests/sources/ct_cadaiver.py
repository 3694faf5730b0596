"""CadAIver: CT of cadavers, a mask with a value per vertebra; a blank in the folder's name."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("vertebra",))


def make(root: Path) -> None:
    """What the values stand for is not on record: five of them, from 1."""
    base = root / "CadAIver study"
    for stem in ("001", "013"):
        write_pair(
            base / "Images" / f"{stem}.nii.gz",
            base / "Segmentations" / f"{stem}_seg.nii.gz",
            cells((1, 2, 3, 4, 5)),
        )
    write_text(base / "Images" / "._001.nii.gz", "Mac OS X")
