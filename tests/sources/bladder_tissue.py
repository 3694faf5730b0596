"""Bladder tissue: two ways to name a file, two lights in a table that spans all classes."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=5, subjects=4, annotations={"class": 5})
ROWS = [
    ["case_002_pt_003_frame_0009.png", "WLI", "HGC", "train"],
    ["case_005_pt_001_frame_0000.png", "NBI", "LGC", "train"],
    ["case_6_cys_pt1_0039.png", "WLI", "NST", "val"],
    ["case_6_cys_pt1_0165.png", "NBI", "NST", "val"],
    ["case_010_pt_001_frame_0000.png", "WLI", "NTL", "test"],
]


def make(root: Path) -> None:
    top = root / "EndoscopicBladderTissue"
    header = ["HLY", "imaging type", "tissue type", "sub_dataset"]
    write_table(top / "annotations.csv", header, ROWS)
    for name, _, kind, _ in ROWS:
        fake_image(top / kind / name, (72, 64))
