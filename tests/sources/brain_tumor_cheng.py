"""Cheng: MATLAB 7.3 files, transposed arrays, patient ids as character codes, two of a patient."""

from pathlib import Path

import h5py
import numpy as np

from gmai_data.testing import Expected, noise, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    names=("meningioma", "glioma", "pituitary tumour"),
)
SLICES = {1: (1, "100360"), 2: (1, "100360"), 767: (2, "MR012345C"), 2299: (3, "113205")}
FOLDERS = {1: "1-766", 2: "1-766", 767: "767-1532", 2299: "2299-3064"}


def _mat(path: Path) -> h5py.File:
    path.parent.mkdir(parents=True, exist_ok=True)
    return h5py.File(path, "w", userblock_size=512)


def _header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"MATLAB 7.3 MAT-file, Platform: PCWIN64".ljust(116) + b" " * 8 + b"\0\2IM")


def make(root: Path) -> None:
    for n, (label, patient) in SLICES.items():
        path = root / f"brainTumorDataPublic_{FOLDERS[n]}" / f"{n}.mat"
        mask = np.zeros((80, 64), np.uint8)
        mask[10:40, 20:36] = 1  # stored transposed: 30 wide, 16 high
        with _mat(path) as file:
            one = file.create_group("cjdata")
            one["image"] = (3000 * noise((80, 64), str(n))).astype(np.int16)
            one["label"] = np.array([[float(label)]])
            one["PID"] = np.array([[ord(c)] for c in patient], np.uint16)
            one["tumorBorder"] = np.array([[20.0, 10.0, 36.0, 10.0, 36.0, 40.0]])
            one["tumorMask"] = mask
        _header(path)
    with _mat(root / "cvind.mat") as file:
        file["cvind"] = np.ones((1, 3064))
    _header(root / "cvind.mat")
    write_text(root / "README.txt", "3064 T1-weighted contrast-enhanced images\n")
