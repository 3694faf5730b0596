"""What two users would write instead: the plain one, and one who knows the fast libraries.

Both end in a WebDataset shard of PNG pictures with a small JSON beside each. Their pixels are
those of this package, to the last grey level.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cv2
import nibabel
import numpy as np
import pydicom
import webdataset
from numpy.typing import NDArray
from PIL import Image

LOW, HIGH = -150.0, 250.0  # the soft tissue window


def shard(folder: Path, images: Iterable[tuple[str, bytes]]) -> None:
    """The pictures as a shard."""
    folder.mkdir(parents=True, exist_ok=True)
    with webdataset.ShardWriter(str(folder / "a-%05d.tar"), verbose=0) as writer:
        for n, (suffix, image) in enumerate(images):
            record = json.dumps({"index": n, "window": [LOW, HIGH]})
            writer.write({"__key__": f"{n:06d}", suffix: image, "json": record})


def plain_png(pixels: NDArray[np.uint8]) -> tuple[str, bytes]:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return "png", out.getvalue()


def skilled_png(pixels: NDArray[np.uint8]) -> tuple[str, bytes]:
    shown = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    return "png", cv2.imencode(".png", shown)[1].tobytes()


def float_window(values: NDArray[Any]) -> NDArray[np.uint8]:
    return np.rint(np.clip((values - LOW) / (HIGH - LOW), 0, 1) * 255).astype(np.uint8)


def fast_window(values: NDArray[Any]) -> NDArray[np.uint8]:
    scale = 255 / (HIGH - LOW)
    return cv2.convertScaleAbs(cv2.max(values, LOW), alpha=scale, beta=-LOW * scale)


def plain_nifti(path: Path, out: Path) -> None:
    volume = nibabel.load(str(path)).get_fdata()
    shard(out, (plain_png(float_window(np.rot90(volume[:, :, k]))) for k in range(volume.shape[2])))


def skilled_nifti(path: Path, out: Path) -> None:
    volume = np.asanyarray(nibabel.load(str(path)).dataobj)
    planes = (np.ascontiguousarray(np.rot90(volume[:, :, k])) for k in range(volume.shape[2]))
    shard(out, (skilled_png(fast_window(plane)) for plane in planes))


def plain_series(folder: Path, out: Path) -> None:
    headers = [pydicom.dcmread(path) for path in folder.iterdir()]
    headers.sort(key=lambda h: float(h.ImagePositionPatient[2]))
    values = (h.pixel_array * float(h.RescaleSlope) + float(h.RescaleIntercept) for h in headers)
    shard(out, (plain_png(float_window(v)) for v in values))


def skilled_series(folder: Path, out: Path) -> None:
    headers = [pydicom.dcmread(path) for path in folder.iterdir()]
    headers.sort(key=lambda h: float(h.ImagePositionPatient[2]))
    values = (h.pixel_array + np.int16(h.RescaleIntercept) for h in headers)
    shard(out, (skilled_png(fast_window(v)) for v in values))


def plain_photographs(folder: Path, out: Path) -> None:
    opened = (Image.open(path).convert("RGB") for path in sorted(folder.iterdir()))
    shard(out, (plain_png(np.asarray(image)) for image in opened))


def skilled_photographs(folder: Path, out: Path) -> None:
    images = (cv2.imread(str(path), cv2.IMREAD_COLOR) for path in sorted(folder.iterdir()))
    shard(out, (("png", cv2.imencode(".png", image)[1].tobytes()) for image in images))


def checked_copies(folder: Path, out: Path) -> None:
    """Files as they are, each decoded once to see that it can be."""

    def checked(path: Path) -> tuple[str, bytes]:
        data = path.read_bytes()
        Image.open(io.BytesIO(data)).load()
        return path.suffix[1:], data

    shard(out, (checked(path) for path in sorted(folder.iterdir())))


def plain_headers(folder: Path) -> list[dict[str, str]]:
    tags = ("PatientID", "SeriesInstanceUID", "SOPInstanceUID", "Modality", "InstanceNumber")
    headers = (pydicom.dcmread(path) for path in sorted(folder.iterdir()))
    return [{tag: str(h.get(tag)) for tag in tags} for h in headers]


def skilled_headers(folder: Path) -> list[dict[str, str]]:
    tags = ("PatientID", "SeriesInstanceUID", "SOPInstanceUID", "Modality", "InstanceNumber")
    headers = (
        pydicom.dcmread(path, stop_before_pixels=True, specific_tags=list(tags))
        for path in sorted(folder.iterdir())
    )
    return [{tag: str(h.get(tag)) for tag in tags} for h in headers]
