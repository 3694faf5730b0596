"""IXI: a folder per sequence, a hospital in the middle of the name, an old Excel file."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3)
FILES = {
    "IXI002-Guys-0828": ("T1", "T2", "PD", "MRA"),
    "IXI012-HH-1211": ("T1", "T2"),
    "IXI619-IOP-1160": ("MRA",),
}


def make(root: Path) -> None:
    """Not every subject has every sequence; diffusion has a number at the end of its names."""
    for stem, sequences in FILES.items():
        for sequence in sequences:
            write_pair(
                root / sequence / f"{stem}-{sequence}.nii.gz", None, {}, low=0, high=900,
                shape=(24, 32, 32) if sequence == "T1" else (32, 30, 20),  # not registered
            )  # fmt: skip
    write_pair(root / "DTI" / "IXI002-Guys-0828-DTI-00.nii.gz", None, {}, low=0, high=900)
    (root / "IXI.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
