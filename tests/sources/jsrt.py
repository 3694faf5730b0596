"""JSRT: headerless big-endian films, one with a nodule, tab-separated tables without a header."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, write_text

EXPECTED = Expected(cases=2, subjects=2, names=("lung nodule",))
SIDE = 2048  # fixed by the format: a file has no header that could say another size
NODULES = "JPCLN001.IMG\t5\t15\t53\tMale\t1634\t692\tmalignant\tl.upper lobe\tlung cancer\n"
NORMALS = "JPCNN001.IMG\t51\tFemale\tnon-nodule\n"


def make(root: Path) -> None:
    folder = root / "All247images"
    folder.mkdir(parents=True)
    ramp = np.linspace(0, 4095, SIDE).astype(">u2")
    for n, name in enumerate(("JPCLN001.IMG", "JPCNN001.IMG")):
        film = np.tile(np.roll(ramp, 300 * n), (SIDE, 1))
        film[600:700:7, 1500:1700] = 200
        film.tofile(folder / name)
    write_text(root / "Clinical_Information" / "CLNDAT_EN.txt", NODULES)
    write_text(root / "Clinical_Information" / "CNNDAT_EN.txt", NORMALS)
