"""BHSD: a blank in a folder's name, five kinds of haemorrhage."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("epidural haemorrhage", "intraparenchymal haemorrhage", "intraventricular haemorrhage",
           "subarachnoid haemorrhage", "subdural haemorrhage"),
)  # fmt: skip


def make(root: Path) -> None:
    """Scans are named after studies of RSNA ICH; a scan has some of the five."""
    base = root / "label_192"
    for name, values in (("ID_0b10cbee_ID_f91d6a7cd2", [1, 5]), ("ID_1ba8f1ea_ID_8a3a1f5e2b", [2]),
                         ("ID_ffbd6a44_ID_3c2a1b0e9d", [2, 3, 4])):  # fmt: skip
        write_pair(base / "images" / f"{name}.nii.gz", base / "ground truths" / f"{name}.nii.gz",
                   cells(values), low=-20, high=120, spacing_mm=(0.5, 0.5, 5.0))  # fmt: skip
