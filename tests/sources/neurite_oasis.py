"""Neurite-OASIS: a folder per session, label maps beside images, an aligned copy."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(cases=3, subjects=2, names=("white matter", "cerebrospinal fluid"))
SESSIONS = ("OASIS_OAS1_0001_MR1", "OASIS_OAS1_0003_MR1", "OASIS_OAS1_0003_MR2")


def make(root: Path) -> None:
    """Subject 3 came twice; `aligned_norm` is on the grid of an atlas."""
    for session in SESSIONS:
        folder = root / session
        four = write_pair(folder / "orig.nii.gz", None, cells((1, 2, 3, 4)), low=0, high=255)
        write_pair(folder / "norm.nii.gz", None, cells((1, 2, 3, 4)), low=0, high=120)
        write_pair(folder / "aligned_norm.nii.gz", None, {}, shape=(24, 24, 24), low=0, high=120)
        write_volume(folder / "seg4.nii.gz", four)
        write_volume(folder / "seg24.nii.gz", four[:, :, 10:11])
        write_volume(folder / "seg35.nii.gz", four * 8)
    write_text(root / "subjects.txt", "".join(f"{s}\n" for s in SESSIONS))
