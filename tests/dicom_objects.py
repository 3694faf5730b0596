"""DICOM SEG and RTSTRUCT files over a made series, as TCIA's collections hold them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

SEG = "1.2.840.10008.5.1.4.1.1.66.4"
RTSTRUCT = "1.2.840.10008.5.1.4.1.1.481.3"


def write_seg(
    path: Path, slices: Sequence[Any], mask: NDArray[np.uint8], segments: Mapping[int, str]
) -> None:
    """Binary segments of a label map (i, j, k); ``segments`` are value -> SegmentLabel.

    A frame per segment and slice; empty planes have none, as upstream's.
    """
    first = slices[0]
    dataset = _object(path, first, "SEG", SEG)
    dataset.ReferencedSeriesSequence = [_of(SeriesInstanceUID=first.SeriesInstanceUID)]
    dataset.SegmentationType = "BINARY"
    dataset.SegmentSequence = [
        _of(SegmentNumber=n, SegmentLabel=label, SegmentAlgorithmType="MANUAL")
        for n, label in enumerate(segments.values(), 1)
    ]
    dataset.SharedFunctionalGroupsSequence = [
        _of(
            PlaneOrientationSequence=[_of(ImageOrientationPatient=first.ImageOrientationPatient)],
            PixelMeasuresSequence=[
                _of(PixelSpacing=first.PixelSpacing, SliceThickness=first.SliceThickness)
            ],
        )
    ]
    frames, groups = [], []
    for number, value in enumerate(segments, 1):
        for k, item in enumerate(slices):
            plane = np.equal(mask[:, :, k].T, value)
            if plane.any():
                frames.append(plane)
                groups.append(_frame(item, number))
    dataset.PerFrameFunctionalGroupsSequence = groups
    dataset.NumberOfFrames = len(frames)
    dataset.Rows, dataset.Columns = mask.shape[1], mask.shape[0]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 1
    dataset.HighBit = dataset.PixelRepresentation = 0
    bits = np.packbits(np.stack(frames).ravel().astype(np.uint8), bitorder="little").tobytes()
    dataset.PixelData = bits + b"\0" * (len(bits) % 2)
    _save(dataset, path)


def write_rtstruct(
    path: Path, slices: Sequence[Any], contours: Mapping[str, Sequence[int]]
) -> None:
    """Closed planar contours in mm; ``contours`` are ROI name -> (i1, i2, j1, j2, k1, k2)."""
    first = slices[0]
    dataset = _object(path, first, "RTSTRUCT", RTSTRUCT)
    images = [
        _of(ReferencedSOPClassUID=s.SOPClassUID, ReferencedSOPInstanceUID=s.SOPInstanceUID)
        for s in slices
    ]
    series = _of(SeriesInstanceUID=first.SeriesInstanceUID, ContourImageSequence=images)
    study = _of(RTReferencedSeriesSequence=[series])
    dataset.ReferencedFrameOfReferenceSequence = [
        _of(
            FrameOfReferenceUID=first.FrameOfReferenceUID,
            RTReferencedStudySequence=[study],
        )
    ]
    dataset.StructureSetROISequence = [
        _of(ROINumber=n, ROIName=name, ReferencedFrameOfReferenceUID=first.FrameOfReferenceUID)
        for n, name in enumerate(contours, 1)
    ]
    dataset.ROIContourSequence = [
        _of(
            ReferencedROINumber=n,
            ContourSequence=[_contour(slices[k], (i1, i2, j1, j2)) for k in range(k1, k2)],
        )
        for n, (i1, i2, j1, j2, k1, k2) in enumerate(contours.values(), 1)
    ]
    _save(dataset, path)


def _object(path: Path, reference: Any, modality: str, sop_class: str) -> Dataset:
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=[*path.parts[-4:], modality])
    dataset.file_meta.MediaStorageSOPClassUID = sop_class
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.Modality = modality
    dataset.PatientID = reference.PatientID
    dataset.StudyInstanceUID = reference.StudyInstanceUID
    dataset.SeriesInstanceUID = generate_uid(entropy_srcs=["series", *path.parts[-4:]])
    dataset.FrameOfReferenceUID = reference.FrameOfReferenceUID
    return dataset


def _of(**values: Any) -> Dataset:
    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset


def _frame(item: Any, number: int) -> Dataset:
    image = _of(
        ReferencedSOPClassUID=item.SOPClassUID, ReferencedSOPInstanceUID=item.SOPInstanceUID
    )
    return _of(
        PlanePositionSequence=[_of(ImagePositionPatient=item.ImagePositionPatient)],
        SegmentIdentificationSequence=[_of(ReferencedSegmentNumber=number)],
        DerivationImageSequence=[_of(SourceImageSequence=[image])],
    )


def _contour(item: Any, box: tuple[int, int, int, int]) -> Dataset:
    """The outline of a box on one slice, through the centres of its edge pixels."""
    i1, i2, j1, j2 = box
    x, y, z = (float(v) for v in item.ImagePositionPatient)
    corners = ((i1, j1), (i2 - 1, j1), (i2 - 1, j2 - 1), (i1, j2 - 1))
    points = [v for i, j in corners for v in (x + i, y + j, z)]
    image = _of(
        ReferencedSOPClassUID=item.SOPClassUID, ReferencedSOPInstanceUID=item.SOPInstanceUID
    )
    return _of(
        ContourGeometricType="CLOSED_PLANAR",
        NumberOfContourPoints=len(corners),
        ContourData=[f"{v:.3f}" for v in points],
        ContourImageSequence=[image],
    )


def _save(dataset: Dataset, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset.save_as(str(path), enforce_file_format=True)
