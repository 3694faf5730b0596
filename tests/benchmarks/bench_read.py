"""Reading a CT volume: this package against the script a user would write by hand.

Run ``python -m tests.benchmarks.bench_read``. Prints the ratio of processor seconds, both doing
the same work in one run: every slice of a 512 x 512 x 200 int16 ``.nii.gz`` windowed to 8 bits
and encoded as PNG. No data set is needed: the volume is made up.
"""

import io
import statistics
import tempfile
import time
from pathlib import Path

import nibabel
import numpy as np
from PIL import Image

from gmai_data.config import ReadConfig
from tests.read_cases import read, source_of

SHAPE = (512, 512, 200)
ROUNDS = 3


def make(path: Path) -> None:
    rng = np.random.default_rng(0)
    x, y = np.mgrid[: SHAPE[0], : SHAPE[1]]
    body = ((x - 256) / 200) ** 2 + ((y - 256) / 150) ** 2 <= 1
    volume = np.full(SHAPE, -1000, np.int16)
    for k in range(SHAPE[2]):
        slab = rng.normal(-1000, 8, SHAPE[:2])
        slab[body] = rng.normal(40 + k % 20, 12, int(body.sum()))
        volume[..., k] = slab.astype(np.int16)
    image = nibabel.Nifti1Image(volume, np.diag([0.8, 0.8, 1.5, 1.0]))
    nibabel.save(image, str(path))


def by_hand(path: Path) -> int:
    volume = nibabel.load(str(path)).get_fdata()
    written = 0
    for k in range(volume.shape[2]):
        plane = np.rot90(volume[:, :, k])
        grey = (np.clip((plane + 150) / 400, 0, 1) * 255).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(grey).save(out, "PNG")
        written += len(out.getvalue())
    return written


def by_package(path: Path) -> int:
    config = ReadConfig(budget=0, planes=("axial",), max_side=0)
    return sum(len(p.image) for p in read(path.parent, source_of(), path.name, config=config))


def seconds(work, path: Path) -> tuple[float, int]:
    start = time.process_time()
    written = work(path)
    return time.process_time() - start, written


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ct.nii.gz"
        make(path)
        by_package(path)  # first touch of the memory belongs to neither
        rounds = [(seconds(by_hand, path), seconds(by_package, path)) for _ in range(ROUNDS)]
    for (hand, hand_bytes), (package, package_bytes) in rounds:
        print(f"by hand {hand:.2f} s, {hand_bytes} bytes; here {package:.2f} s, "
              f"{package_bytes} bytes; ratio {hand / package:.1f}")  # fmt: skip
    ratio = statistics.median(hand / package for (hand, _), (package, _) in rounds)
    rate = SHAPE[2] / statistics.median(package for _, (package, _) in rounds)
    print(f"median ratio {ratio:.1f}; {rate:.0f} slices per second and core")


if __name__ == "__main__":
    main()
