"""EchoNet: names without a suffix in one table and with it in the other; one video not traced."""

from pathlib import Path

import cv2
import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(cases=4, subjects=2, splits={"train": 2, "val": 2})
VIDEOS = {
    "0X100009310A3BD7FC": ("TRAIN", (2, 5)),
    "0X1002E8FBACD08477": ("VAL", (1, 6)),
    "0X1005D03EED19C65B": ("TEST", ()),
}
SIDE, FRAMES = 112, 8


def make(root: Path) -> None:
    top = root / "EchoNet-Dynamic"
    (top / "Videos").mkdir(parents=True)
    files, tracings = [], []
    for name, (split, traced) in VIDEOS.items():
        path = str(top / "Videos" / f"{name}.avi")
        film = cv2.VideoWriter(path, cv2.VideoWriter.fourcc(*"MJPG"), 50, (SIDE, SIDE))
        for picture in (255 * noise((FRAMES, SIDE, SIDE), name)).astype(np.uint8):
            film.write(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
        film.release()
        files.append([name, 78.498406, 14.881368, 69.210534, SIDE, SIDE, 50, FRAMES, split])
        for frame in traced:
            tracings.append([f"{name}.avi", 51.26, 15.35, 64.94, 69.13, frame])  # the long axis
            for k in range(20):
                y = 17.0 + 2.5 * k
                half = 12.0 - 0.06 * (k - 10) ** 2
                tracings.append([f"{name}.avi", 56.0 - half, y, 56.0 + half, y + 0.5, frame])
    header = [
        "FileName",
        "EF",
        "ESV",
        "EDV",
        "FrameHeight",
        "FrameWidth",
        "FPS",
        "NumberOfFrames",
        "Split",
    ]
    write_table(top / "FileList.csv", header, files)
    write_table(top / "VolumeTracings.csv", ["FileName", "X1", "Y1", "X2", "Y2", "Frame"], tracings)
