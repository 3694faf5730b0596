"""TopCoW 2024: CT and MR angiography of one patient, thirteen arteries, two numbers unused."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"mask": 4},
    names=("basilar artery", "left internal carotid artery", "right middle cerebral artery"),
)


def make(root: Path) -> None:
    """Three columns on the right; number 15 is in the scans of patient 4 alone."""
    order = [2, 4, 5, 3, 6, 7, 8, 11, 1, 9, 12, 10]
    for patient in ("001", "004"):
        for kind, low, high in (("ct", -100, 700), ("mr", 0, 900)):
            stem = f"topcow_{kind}_{patient}"
            boxes = cells([*order, *([15] if patient == "004" else [])])
            write_pair(root / "imagesTr" / f"{stem}_0000.nii.gz",
                       root / "cow_seg_labelsTr" / f"{stem}.nii.gz", boxes, low=low, high=high,
                       spacing_mm=(0.5, 0.5, 0.5))  # fmt: skip
            write_text(root / "roi_loc_labelsTr" / f"{stem}.txt",
                       "Bounding Box of ROI:\nSize (x, y, z): 26 10 14\n"
                       "Location (x, y, z): 1 1 3\n")  # fmt: skip
            write_text(root / "antpos_edgelist_labelsTr" / f"{stem}.yml",
                       "anterior:\n  L-A1: 1\nposterior:\n  L-P1: 1\n")  # fmt: skip
