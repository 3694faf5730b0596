"""CaDIS (version 2): frames in a folder per video, index masks in which 0 is the pupil.

Folders have a zero in the number and file names none; every pixel has one of 36 classes. The split
by video is the authors' (5, 7, 16 validation; 2, 12, 22 test).
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
    names=("pupil", "iris", "cornea"),
)
SIZE = (96, 54)
BOXES = {4: (24, 8, 72, 46), 0: (34, 14, 62, 40), 5: (0, 0, 96, 6), 12: (66, 20, 90, 24)}


def make(root: Path) -> None:
    for video, frame in ((1, 90), (1, 100), (5, 300), (22, 10)):
        name = f"Video{video}_frame{frame:06d}.png"
        top = root / "CaDISv2" / f"Video{video:02d}"
        fake_image(top / "Images" / name, SIZE)
        fake_mask(top / "Labels" / name, SIZE, BOXES, background=6)
