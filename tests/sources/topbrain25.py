"""TopBrain: CT and MR angiography of one patient; values above 34 mean other vessels in each."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=(
        "basilar artery", "right middle cerebral artery", "vein of Galen", "left basal vein",
        "right external carotid artery", "left middle meningeal artery",
    ),
)  # fmt: skip
# six columns, the first three on the patient's right
ARTERIES = (2, 4, 5, 3, 6, 7, 8, 11, 23, 9, 12, 24, 21, 1, 10, 22, 19, 20)
OTHERS = {"ct": (38, 35, 36, 39, 37, 40), "mr": (35, 37, 39, 36, 38, 40, 41, 17, 18, 42)}


def make(root: Path) -> None:
    """CT labels keep `_0000` in their names, MR labels do not; patient 001 has both scans."""
    for modality, n, label in (
        ("ct", "001", "topcow_ct_001_0000"), ("ct", "002", "topcow_ct_002_0000"),
        ("mr", "001", "topcow_mr_001"),
    ):  # fmt: skip
        low, high = (-200, 600) if modality == "ct" else (0, 900)
        write_pair(
            root / f"imagesTr_topbrain_{modality}" / f"topcow_{modality}_{n}_0000.nii.gz",
            root / f"labelsTr_topbrain_{modality}" / f"{label}.nii.gz",
            cells((*ARTERIES, *OTHERS[modality])),
            low=low,
            high=high,
        )
