"""NSCLC-Radiomics: CT with a DICOM SEG and an RTSTRUCT; one patient has the RTSTRUCT alone."""

from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    rejected=1,
    names=("lung tumour", "left lung"),
)
BOXES = {2: (18, 28, 4, 24, 2, 9), 1: (20, 25, 8, 13, 3, 6)}  # columns grow to the left
SEG = "1.2.840.10008.5.1.4.1.1.66.4"
RTSTRUCT = "1.2.840.10008.5.1.4.1.1.481.3"


def make(root: Path) -> None:
    """LUNG1-003 has no SEG; every RTSTRUCT also holds a contour that is no structure."""
    for n in (1, 3, 128):
        study = root / "NSCLC-Radiomics" / f"LUNG1-{n:03d}" / f"0{n % 9 + 1}-18-2008-StudyID-NA-1"
        image, mask = fake_volume((32, 32, 12), BOXES, seed=str(n))
        slices = fake_dicom_series(
            study / f"0.000000-NA-{n}",
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(1.0, 1.0, 3.0),
            PatientID=f"LUNG1-{n:03d}",
            StudyInstanceUID=generate_uid(entropy_srcs=["study", str(n)]),
        )
        if n != 3:
            _seg(study / "300.000000-Segmentation-9.554" / "1-1.dcm", slices, mask)
        _rtstruct(study / f"3.000000-NA-{n + 7}" / "1-1.dcm", slices)


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


def _items(*datasets: Dataset) -> list[Dataset]:
    return list(datasets)


def _of(**values: Any) -> Dataset:
    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset


def _seg(path: Path, slices: list[Any], mask: np.ndarray) -> None:
    """Binary segments "Neoplasm, Primary" and "Left Lung", a frame per segment and slice."""
    first = slices[0]
    dataset = _object(path, first, "SEG", SEG)
    dataset.ReferencedSeriesSequence = _items(_of(SeriesInstanceUID=first.SeriesInstanceUID))
    dataset.SegmentationType = "BINARY"
    dataset.SegmentSequence = [
        _of(SegmentNumber=n, SegmentLabel=label, SegmentAlgorithmType="MANUAL")
        for n, label in ((1, "Neoplasm, Primary"), (2, "Left Lung"))
    ]
    dataset.SharedFunctionalGroupsSequence = _items(
        _of(
            PlaneOrientationSequence=_items(
                _of(ImageOrientationPatient=first.ImageOrientationPatient)
            ),
            PixelMeasuresSequence=_items(
                _of(PixelSpacing=first.PixelSpacing, SliceThickness=first.SliceThickness)
            ),
        )
    )
    frames, groups = [], []
    for number in (1, 2):
        for k, item in enumerate(slices):
            plane = np.equal(mask[:, :, k].T, number)
            if plane.any():
                frames.append(plane)
                groups.append(
                    _of(
                        PlanePositionSequence=_items(
                            _of(ImagePositionPatient=item.ImagePositionPatient)
                        ),
                        SegmentIdentificationSequence=_items(_of(ReferencedSegmentNumber=number)),
                        DerivationImageSequence=_items(
                            _of(
                                SourceImageSequence=_items(
                                    _of(
                                        ReferencedSOPClassUID=item.SOPClassUID,
                                        ReferencedSOPInstanceUID=item.SOPInstanceUID,
                                    )
                                )
                            )
                        ),
                    )
                )
    dataset.PerFrameFunctionalGroupsSequence = groups
    dataset.NumberOfFrames = len(frames)
    dataset.Rows, dataset.Columns = mask.shape[1], mask.shape[0]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 1
    dataset.HighBit = dataset.PixelRepresentation = 0
    bits = np.packbits(np.stack(frames).ravel().astype(np.uint8), bitorder="little").tobytes()
    dataset.PixelData = bits + b"\0" * (len(bits) % 2)
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset.save_as(str(path), enforce_file_format=True)


def _rtstruct(path: Path, slices: list[Any]) -> None:
    """Closed planar contours in millimetres: GTV-1, Lung-Left and a planning contour."""
    first = slices[0]
    dataset = _object(path, first, "RTSTRUCT", RTSTRUCT)
    series = _of(
        SeriesInstanceUID=first.SeriesInstanceUID,
        ContourImageSequence=[
            _of(ReferencedSOPClassUID=s.SOPClassUID, ReferencedSOPInstanceUID=s.SOPInstanceUID)
            for s in slices
        ],
    )
    study = _of(RTReferencedSeriesSequence=_items(series))
    dataset.ReferencedFrameOfReferenceSequence = _items(
        _of(
            FrameOfReferenceUID=first.FrameOfReferenceUID,
            RTReferencedStudySequence=_items(study),
        )
    )
    names = ((1, "GTV-1", BOXES[1]), (2, "Lung-Left", BOXES[2]), (3, "couch", BOXES[1]))
    dataset.StructureSetROISequence = [
        _of(
            ROINumber=n,
            ROIName=name,
            ReferencedFrameOfReferenceUID=first.FrameOfReferenceUID,
        )
        for n, name, _ in names
    ]
    dataset.ROIContourSequence = [
        _of(
            ReferencedROINumber=n,
            ContourSequence=[_contour(slices[k], (i1, i2, j1, j2)) for k in range(k1, k2)],
        )
        for n, _, (i1, i2, j1, j2, k1, k2) in names
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset.save_as(str(path), enforce_file_format=True)


def _contour(item: Any, box: tuple[int, int, int, int]) -> Dataset:
    """The outline of a box on one slice, through the centres of its edge pixels."""
    i1, i2, j1, j2 = box
    x, y, z = (float(v) for v in item.ImagePositionPatient)
    corners = ((i1, j1), (i2 - 1, j1), (i2 - 1, j2 - 1), (i1, j2 - 1))
    points = [v for i, j in corners for v in (x + i, y + j, z)]
    return _of(
        ContourGeometricType="CLOSED_PLANAR",
        NumberOfContourPoints=len(corners),
        ContourData=[f"{v:.3f}" for v in points],
        ContourImageSequence=_items(
            _of(
                ReferencedSOPClassUID=item.SOPClassUID,
                ReferencedSOPInstanceUID=item.SOPInstanceUID,
            )
        ),
    )
