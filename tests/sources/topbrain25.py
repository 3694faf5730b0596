"""TopBrain: CT and MR angiography of the same patients; CT labels keep `_0000`, MR drops it."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3})


def make(root: Path) -> None:
    """Patient 001 has both; the 40 numbers have no names in the release's description."""
    for modality, n, label in (
        ("ct", "001", "topcow_ct_001_0000"), ("ct", "002", "topcow_ct_002_0000"),
        ("mr", "001", "topcow_mr_001"),
    ):  # fmt: skip
        low, high = (-200, 600) if modality == "ct" else (0, 900)
        write_pair(
            root / f"imagesTr_topbrain_{modality}" / f"topcow_{modality}_{n}_0000.nii.gz",
            root / f"labelsTr_topbrain_{modality}" / f"{label}.nii.gz",
            cells(range(1, 13)),
            low=low,
            high=high,
        )
