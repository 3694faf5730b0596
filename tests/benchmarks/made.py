"""Files for the benchmarks: made up where no real data ships with a dependency."""

from __future__ import annotations

import functools
import gzip
import io
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

SPACING_MM = (0.8, 0.8, 1.5)


@functools.cache
def ct(slices: int, side: int = 512) -> NDArray[np.int16]:
    """An abdomen in HU (slice, row, column): fat, muscle, organs, gas, bone, a table, noise.

    Noise of 14 HU is smooth over about a pixel, as a soft kernel leaves it. It compresses by a
    factor of 2.3 with gzip.
    """
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:side, :side].astype(np.float32) / side * 512

    def inside(cx: float, cy: float, a: float, b: float) -> NDArray[np.bool_]:
        return ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 <= 1

    outside = ~inside(256, 256, 256, 256)
    volume = np.empty((slices, side, side), np.int16)
    for k in range(slices):
        z = k / slices
        picture = np.full((side, side), -1000, np.float32)
        for value, shape in (
            (-100, (256, 250, 225, 165)), (50, (256, 248, 200, 142)), (-60, (256, 240, 180, 120)),
            (105, (180, 215, 110, 85 * (1 - 0.3 * z))), (120, (360, 200, 50, 60)),
        ):  # fmt: skip
            picture[inside(*shape)] = value
        for n in range(12):
            cx, cy = 200 + 120 * np.sin(n * 1.7 + 8 * z), 240 + 70 * np.cos(n * 2.3 + 6 * z)
            picture[inside(cx, cy, 22, 16)] = 40
            picture[inside(cx, cy, 15, 11)] = 20 if n % 3 else -900
        for value, shape in ((160, (170, 300, 32, 38)), (160, (345, 300, 32, 38)),
                             (250, (256, 330, 34, 30)), (180, (256, 330, 28, 24))):  # fmt: skip
            picture[inside(*shape)] = value
        for n in range(20):
            turn = n * 0.314 + z * 4
            picture[inside(256 + 205 * np.cos(turn), 248 + 148 * np.sin(turn), 10, 6)] = 600
        picture[(y > 425) & (y < 432) & (abs(x - 256) < 220)] = -300
        picture = cv2.GaussianBlur(picture, (0, 0), 0.7)
        noise = cv2.GaussianBlur(rng.standard_normal((side, side)).astype(np.float32), (0, 0), 0.8)
        picture += noise * (14 / noise.std())
        picture = np.clip(picture, -1024, 3071)
        picture[outside] = -1024
        volume[k] = np.rint(picture)
    return volume


def organs(slices: int, side: int = 512, count: int = 60) -> NDArray[np.uint8]:
    """A label map of as many structures as a whole-body segmentation shows on an abdomen."""
    y, x = np.mgrid[:side, :side].astype(np.float32)
    volume = np.zeros((slices, side, side), np.uint8)
    rng = np.random.default_rng(1)
    for value in range(1, count + 1):
        cx, cy = rng.uniform(0.2 * side, 0.8 * side, 2)
        a, b = rng.uniform(0.01 * side, 0.08 * side, 2)
        first = int(rng.integers(0, slices * 3 // 4))
        last = min(slices, first + int(rng.integers(slices // 10 + 1, slices // 2 + 2)))
        shape = ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 <= 1
        volume[first:last][:, shape] = value
    return volume


def write_nifti(path: Path, volume: NDArray[np.generic], level: int = 6) -> None:
    """A ``.nii.gz`` as dcm2niix writes it: columns run to the left, rows to the front."""
    import nibabel

    affine = np.diag([-SPACING_MM[0], SPACING_MM[1], SPACING_MM[2], 1.0])
    image = nibabel.Nifti1Image(volume.transpose(2, 1, 0)[:, ::-1], affine)
    path.write_bytes(gzip.compress(image.to_bytes(), level, mtime=0))


def write_series(folder: Path, volume: NDArray[np.int16]) -> None:
    """Uncompressed DICOM files under the 260 header elements of pydicom's own CT."""
    import pydicom
    from pydicom.data import get_testdata_file
    from pydicom.uid import generate_uid

    folder.mkdir(parents=True)
    header = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    header.Rows, header.Columns = volume.shape[1:]
    header.PixelSpacing = list(SPACING_MM[:2])
    header.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    header.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    header.RescaleIntercept, header.RescaleSlope, header.RescaleType = -1024, 1, "HU"
    del header.PixelPaddingValue
    for k, plane in enumerate(volume):
        header.ImagePositionPatient = [-200, -200, SPACING_MM[2] * k]
        header.InstanceNumber = k + 1
        header.SOPInstanceUID = generate_uid(entropy_srcs=["bench", str(k)])
        header.file_meta.MediaStorageSOPInstanceUID = header.SOPInstanceUID
        header.PixelData = (plane + 1024).astype(np.int16).tobytes()
        header.save_as(str(folder / f"{k:04d}.dcm"))


def write_photographs(folder: Path, suffix: str, count: int, side: int = 900) -> None:
    """Crops of scikit-image's fundus photograph (real), as files of one format."""
    import skimage.data
    from PIL import Image

    folder.mkdir(parents=True)
    fundus = skimage.data.retina()
    for n in range(count):
        at = n * (fundus.shape[0] - side) // max(1, count - 1)
        crop = np.ascontiguousarray(fundus[at : at + side, at // 2 : at // 2 + side])
        out = io.BytesIO()
        Image.fromarray(crop).save(out, {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF"}[suffix])
        (folder / f"{n:04d}{suffix}").write_bytes(out.getvalue())
