"""Makers of fake raw files: the layout of a release with tiny invented contents.

Nothing here is patient data. Everything is deterministic: the same call writes the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.canonical import hash64


def noise(shape: Sequence[int], seed: str = "") -> NDArray[np.float64]:
    """Smooth deterministic texture in [0, 1): stands for tissue, never for an image of one."""
    rng = np.random.Generator(np.random.PCG64(hash64("fake", [seed, *map(int, shape)])))
    coarse = rng.random([max(2, s // 8) for s in shape])
    fine = coarse
    for axis, size in enumerate(shape):
        fine = np.repeat(fine, -(-size // fine.shape[axis]), axis=axis)
        fine = np.take(fine, range(size), axis=axis)
    return 0.8 * fine + 0.2 * rng.random(tuple(shape))


def fake_image(
    path: Path, size: tuple[int, int] = (64, 48), *, mode: str = "RGB", seed: str = ""
) -> None:
    """A textured picture of ``size`` (width, height); the suffix chooses the format.

    ``mode`` is a Pillow mode: L, RGB, RGBA, I;16.
    """
    from PIL import Image

    width, height = size
    bands = {"L": 0, "I;16": 0, "RGB": 3, "RGBA": 4}[mode]
    values = noise((height, width, bands) if bands else (height, width), seed or path.name)
    if mode == "I;16":
        picture = Image.fromarray((values * 4095).astype(np.uint16))
    else:
        picture = Image.fromarray((values * 255).astype(np.uint8))
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)


def fake_mask(
    path: Path,
    size: tuple[int, int],
    boxes: Mapping[int | tuple[int, int, int], Sequence[int]],
    *,
    background: int | tuple[int, int, int] = 0,
) -> None:
    """A label image: ``boxes`` maps a grey value or colour to ``(x1, y1, x2, y2)``.

    Right and lower edges are exclusive; 255 with one box is a binary mask. JPEG masks are
    lossy, as upstream's are.
    """
    from PIL import Image

    width, height = size
    colour = any(isinstance(k, tuple) for k in boxes) or isinstance(background, tuple)
    values = np.zeros((height, width, 3) if colour else (height, width), np.uint8)
    values[:] = background
    for value, (x1, y1, x2, y2) in boxes.items():
        values[y1:y2, x1:x2] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(values).save(path)


def fake_volume(
    shape: tuple[int, int, int],
    boxes: Mapping[int, Sequence[int]] | None = None,
    *,
    low: int = -1000,
    high: int = 400,
    seed: str = "",
) -> tuple[NDArray[np.int16], NDArray[np.uint8]]:
    """A textured int16 volume and its label map, index order (i, j, k).

    ``boxes`` maps a label to ``(i1, i2, j1, j2, k1, k2)``, ends exclusive; labelled voxels are
    brighter, so that a slice shows them.
    """
    image = low + (high - low) * noise(shape, seed)
    mask = np.zeros(shape, np.uint8)
    for value, (i1, i2, j1, j2, k1, k2) in (boxes or {}).items():
        mask[i1:i2, j1:j2, k1:k2] = value
    image = np.where(mask > 0, 0.5 * image + 0.5 * high, image)
    return image.astype(np.int16), mask


def fake_nifti(
    path: Path,
    array: NDArray[Any],
    *,
    spacing_mm: Sequence[float] = (1.0, 1.0, 1.0),
    orientation: str = "RAS",
    affine: NDArray[np.float64] | None = None,
) -> None:
    """A NIfTI-1 file of ``array`` (index order i, j, k[, t]).

    ``orientation`` gives the direction each index grows to; ``affine`` overrides it (RAS, mm).
    """
    import nibabel as nib

    if affine is None:
        affine = np.eye(4)
        for axis, letter in enumerate(orientation):
            row = {"R": 0, "L": 0, "A": 1, "P": 1, "S": 2, "I": 2}[letter]
            sign = -1.0 if letter in "LPI" else 1.0
            affine[:3, axis] = 0.0
            affine[row, axis] = sign * spacing_mm[axis]
            if sign < 0:
                affine[row, 3] = spacing_mm[axis] * (array.shape[axis] - 1)
    image = nib.Nifti1Image(array, affine)
    image.header.set_xyzt_units("mm", "sec")
    path.parent.mkdir(parents=True, exist_ok=True)
    nib.save(image, str(path))


def fake_dicom(path: Path, pixels: NDArray[Any], **tags: Any) -> Any:
    """One uncompressed DICOM file of ``pixels`` (rows, columns[, 3]); returns the data set.

    ``tags`` are keywords of the standard's dictionary; sensible CT values stand for the rest.
    """
    import pydicom
    from pydicom.dataset import FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, generate_uid

    dataset = pydicom.Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    colour = pixels.ndim == 3
    content = hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
    given = {
        "SOPClassUID": "1.2.840.10008.5.1.4.1.1.2",
        "SOPInstanceUID": generate_uid(entropy_srcs=["sop", path.name, content]),
        "StudyInstanceUID": generate_uid(entropy_srcs=["study", str(tags.get("PatientID"))]),
        "SeriesInstanceUID": generate_uid(entropy_srcs=["series", path.parent.name, content]),
        "FrameOfReferenceUID": generate_uid(entropy_srcs=["frame", path.parent.name, content]),
        "Modality": "CT",
        "PatientID": "P0001",
        "PatientName": "Doe^Jane",
        "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
        "SamplesPerPixel": 3 if colour else 1,
        "PhotometricInterpretation": "RGB" if colour else "MONOCHROME2",
        "Rows": pixels.shape[0],
        "Columns": pixels.shape[1],
        "BitsAllocated": pixels.dtype.itemsize * 8,
        "BitsStored": pixels.dtype.itemsize * 8,
        "HighBit": pixels.dtype.itemsize * 8 - 1,
        "PixelRepresentation": 1 if pixels.dtype.kind == "i" else 0,
        **({"PlanarConfiguration": 0} if colour else {}),
        **tags,
    }
    for keyword, value in given.items():
        if value is not None:
            setattr(dataset, keyword, value)
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.PixelData = np.ascontiguousarray(pixels).tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset.save_as(str(path), enforce_file_format=True)
    return dataset


def fake_dicom_series(
    folder: Path,
    volume: NDArray[np.int16],
    *,
    name: str = "{n:04d}.dcm",
    spacing_mm: tuple[float, float, float] = (1.0, 1.0, 1.0),
    orientation: Sequence[float] = (1, 0, 0, 0, 1, 0),
    origin_mm: Sequence[float] = (0.0, 0.0, 0.0),
    **tags: Any,
) -> list[Any]:
    """A series of axial slices: ``volume`` is (column, row, slice), patient axes LPS, mm.

    ``spacing_mm`` is between columns, rows and slices; slice k lies at ``origin_mm`` plus k steps
    along the normal. CT values are stored with a rescale intercept of -1024. Returns the data sets.
    """
    from pydicom.uid import generate_uid

    normal = np.cross(orientation[:3], orientation[3:])
    content = hashlib.sha256(np.ascontiguousarray(volume).tobytes()).hexdigest()
    made_up = [folder.name, str(tags.get("PatientID")), content]
    series = tags.pop("SeriesInstanceUID", generate_uid(entropy_srcs=["series", *made_up]))
    frame = tags.pop("FrameOfReferenceUID", generate_uid(entropy_srcs=["frame", *made_up]))
    hounsfield = tags.get("Modality", "CT") == "CT"
    made = []
    for k in range(volume.shape[2]):
        stored = volume[:, :, k].T.astype(np.int32) + (1024 if hounsfield else 0)
        position = np.asarray(origin_mm) + k * spacing_mm[2] * normal
        made.append(
            fake_dicom(
                folder / name.format(n=k + 1),
                stored.clip(0, 4095).astype(np.uint16),
                **{
                    "SeriesInstanceUID": series,
                    "FrameOfReferenceUID": frame,
                    "InstanceNumber": k + 1,
                    "ImageOrientationPatient": list(map(float, orientation)),
                    "ImagePositionPatient": [round(float(p), 6) for p in position],
                    "PixelSpacing": [spacing_mm[1], spacing_mm[0]],
                    "SliceThickness": spacing_mm[2],
                    "BitsStored": 12,
                    "HighBit": 11,
                    **(
                        {"RescaleIntercept": -1024, "RescaleSlope": 1, "RescaleType": "HU"}
                        if hounsfield
                        else {}
                    ),
                    **tags,
                },
            )
        )
    return made


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]], sep: str = ","
) -> None:
    """A delimited text file with Unix line ends; an empty ``header`` writes none."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sep, lineterminator="\n")
    if header:
        writer.writerow(header)
    writer.writerows(rows)
    write_text(path, text.getvalue())


def write_xlsx(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]], *, sheet: str = ""
) -> None:
    """A spreadsheet with one sheet, without the times that the format would record."""
    import openpyxl

    book = openpyxl.Workbook()
    active = book.active
    assert active is not None
    active.title = sheet or active.title
    active.append(list(header))
    for row in rows:
        active.append(list(row))
    saved = io.BytesIO()
    book.save(saved)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(path, "w") as new:
        for name in sorted(old.namelist()):
            content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2000-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name), content)


def write_tar_gz(path: Path, members: Mapping[str, bytes]) -> None:
    """A ``.tar.gz`` whose bytes depend on its members alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        path.open("wb") as file,
        gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def write_json(path: Path, value: Any, *, lines: bool = False) -> None:
    """A JSON document, or JSON lines."""
    if lines:
        write_text(path, "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in value))
    else:
        write_text(path, json.dumps(value, ensure_ascii=False, indent=1))


def write_parquet(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """A parquet file of ``rows``, which all have the same keys."""
    import pyarrow as pa
    from pyarrow import parquet

    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.Table.from_pylist([dict(row) for row in rows]), path)


def write_mat(path: Path, variables: Mapping[str, Any], *, compressed: bool = False) -> None:
    """A MATLAB 5 file, without the time that its first line holds; folders are made."""
    from scipy.io import savemat

    path.parent.mkdir(parents=True, exist_ok=True)
    savemat(path, dict(variables), do_compression=compressed)
    with path.open("r+b") as file:
        file.write(b"MATLAB 5.0 MAT-file".ljust(116))


def fake_bytes(size: tuple[int, int] = (64, 48), *, seed: str = "") -> dict[str, Any]:
    """The picture of :func:`fake_image` as a cell of a Hugging Face image column: PNG bytes."""
    from PIL import Image

    width, height = size
    values = noise((height, width, 3), seed)
    saved = io.BytesIO()
    Image.fromarray((values * 255).astype(np.uint8)).save(saved, format="PNG")
    return {"bytes": saved.getvalue(), "path": None}


def write_text(path: Path, text: str) -> None:
    """A UTF-8 text file; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
