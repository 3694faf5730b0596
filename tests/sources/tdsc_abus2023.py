"""TDSC-ABUS 2023: NRRD without a patient's frame, two tables per split, shards of folders."""

import gzip
from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_volume, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"class": 4, "mask": 4},
    names=("breast tumour",),
)
CASES = (("Train", 0, "M", "DATA/DATA00_49"), ("Train", 50, "B", "DATA"),
         ("Validation", 100, "M", "DATA"), ("Test", 130, "B", "DATA"))  # fmt: skip


def make(root: Path) -> None:
    """Numbers go on through the splits; the first volume lies one folder deeper."""
    box = (12, 22, 8, 20, 5, 12)
    for part, n, _, folder in CASES:
        image, mask = fake_volume((32, 40, 20), {1: box}, low=0, high=255, seed=str(n))
        _nrrd(root / part / folder / f"DATA_{n:03d}.nrrd", image.astype(np.uint8))
        masks = folder.replace("DATA/DATA", "DATA/MASK").replace("DATA", "MASK", 1)
        _nrrd(root / part / masks / f"MASK_{n:03d}.nrrd", mask)
    for part in ("Train", "Validation", "Test"):
        rows = [c for c in CASES if c[0] == part]
        write_table(root / part / "labels.csv", ["case_id", "label", "mask_path", "data_path"],
                    [[n, kind, f"MASK\\MASK_{n:03d}.nrrd", f"DATA\\DATA_{n:03d}.nrrd"]
                     for _, n, kind, _ in rows])  # fmt: skip
        write_table(root / part / "bbx_labels.csv",
                    ["id", "c_x", "c_y", "c_z", "len_x", "len_y", "len_z"],
                    [[n, 17.0, 14.0, 8.5, 10, 12, 7] for _, n, _, _ in rows])  # fmt: skip


def _nrrd(path: Path, array: np.ndarray) -> None:
    """A placeholder of 1 mm along the axes, and no statement of how the patient lies."""
    header = (
        "NRRD0004\ntype: uint8\ndimension: 3\nspace: 3D-right-handed\n"
        f"sizes: {' '.join(map(str, array.shape))}\n"
        "space directions: (1,0,0) (0,1,0) (0,0,1)\n"
        "kinds: space space space\nencoding: gzip\nspace origin: (0,0,0)\n\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    data = np.asfortranarray(array).tobytes(order="F")
    path.write_bytes(header.encode() + gzip.compress(data, mtime=0))
