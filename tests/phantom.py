"""An asymmetric body written in any axis orientation and format, by its own arithmetic.

The truth is an array (z, y, x) in LPS with 12 x 8 x 10 mm voxels. `turned` gives the same body
with its axes in another order and direction, and the affine (4, 4) from array index to LPS mm that
goes with it. Nothing here is taken from the package that is tested.
"""

import functools
import itertools

import nibabel
import numpy as np
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import generate_uid

from gmai_data.testing import fake_dicom

SHAPE = (12, 30, 40)
STEP = (12.0, 8.0, 10.0)
ORIGIN = (-203.0, -111.0, 37.0)  # x, y, z of voxel (0, 0, 0)
NAMES = {1: "liver", 2: "spleen", 3: "spine", 4: "aneurysm wall", 5: "node"}
ORIENTATIONS = tuple(
    (order, signs)
    for order in itertools.permutations(range(3))
    for signs in itertools.product((1, -1), repeat=3)
)
FRAME = generate_uid(entropy_srcs=["phantom frame of reference"])


@functools.cache
def body():
    """The image in HU and the label map, both (z, y, x)."""
    z, y, x = np.mgrid[: SHAPE[0], : SHAPE[1], : SHAPE[2]].astype(float)
    image = np.full(SHAPE, -1000, np.int16)
    trunk = ((x - 19.5) / 17) ** 2 + ((y - 14.5) / 12) ** 2 <= 1
    ripple = (20 + 7 * z + 3 * y + x).astype(np.int16)
    image[trunk] = ripple[trunk]
    labels = np.zeros(SHAPE, np.uint8)
    labels[((x - 10) / 5) ** 2 + ((y - 13) / 6) ** 2 + ((z - 6) / 4) ** 2 <= 1] = 1  # right
    labels[((x - 30) / 2.5) ** 2 + ((y - 19) / 3) ** 2 + ((z - 7) / 2) ** 2 <= 1] = 2  # left
    labels[2:10, 21:25, 18:22] = 3
    labels[3:8, 6:11, 18:24] = 4
    labels[3:8, 8:10, 20:22] = 0  # a hole from top to bottom
    labels[4:6, 10:12, 28:31] = 5
    image[labels > 0] += 90 + 10 * labels[labels > 0].astype(np.int16)
    return image, labels


def turned(orientation):
    """Image, labels and affine of the body stored in another order and direction of axes."""
    order, signs = orientation
    affine = np.zeros((4, 4))
    affine[3, 3] = 1
    affine[:3, 3] = ORIGIN
    for axis, (was, sign) in enumerate(zip(order, signs, strict=True)):
        patient = 2 - was  # array axis 0 is z
        affine[patient, axis] = sign * STEP[was]
        if sign < 0:
            affine[patient, 3] += (SHAPE[was] - 1) * STEP[was]
    flips = tuple(slice(None, None, sign) for sign in signs)
    image, labels = (np.ascontiguousarray(a.transpose(order)[flips]) for a in body())
    return image, labels, affine


def write_nifti(path, array, affine):
    """A NIfTI file: axes in file order x, y, z, affine in RAS."""
    ras = np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine[:, [2, 1, 0, 3]]
    image = nibabel.Nifti1Image(np.ascontiguousarray(array.T), ras)
    image.header.set_xyzt_units("mm")
    image.set_sform(ras, 1)
    image.set_qform(ras, 1)
    nibabel.save(image, str(path))


def _axes(affine):
    columns = [affine[:3, a] for a in (2, 1, 0)]
    return columns, [float(np.linalg.norm(c)) for c in columns]


def write_mha(path, array, affine):
    """A MetaImage file with its pixels behind the header."""
    columns, steps = _axes(affine)
    kind = {"int16": "MET_SHORT", "uint8": "MET_UCHAR"}[array.dtype.name]
    lines = [
        "ObjectType = Image", "NDims = 3", "BinaryData = True", "BinaryDataByteOrderMSB = False",
        "TransformMatrix = " + " ".join(f"{v / s:.12g}" for c, s in zip(columns, steps, strict=True)
                                        for v in c),
        "Offset = " + " ".join(f"{v:.12g}" for v in affine[:3, 3]),
        "ElementSpacing = " + " ".join(f"{s:.12g}" for s in steps),
        "DimSize = " + " ".join(str(n) for n in array.shape[::-1]),
        f"ElementType = {kind}", "ElementDataFile = LOCAL",
    ]  # fmt: skip
    path.write_bytes("\n".join(lines).encode() + b"\n" + array.tobytes())


def write_nrrd(path, array, affine):
    """An NRRD file in LPS."""
    columns, _ = _axes(affine)
    vectors = " ".join("(" + ",".join(f"{v:.12g}" for v in c) + ")" for c in columns)
    lines = [
        "NRRD0004", f"type: {array.dtype.name}", "dimension: 3",
        "space: left-posterior-superior", "sizes: " + " ".join(map(str, array.shape[::-1])),
        f"space directions: {vectors}", "kinds: domain domain domain", "endian: little",
        "encoding: raw", "space origin: (" + ",".join(f"{v:.12g}" for v in affine[:3, 3]) + ")",
    ]  # fmt: skip
    path.write_bytes("\n".join(lines).encode() + b"\n\n" + array.tobytes())


def place(affine):
    """ImageOrientationPatient, PixelSpacing and the step from slice to slice."""
    columns, steps = _axes(affine)
    turn = [v / s for c, s in zip(columns[:2], steps[:2], strict=True) for v in c]
    return turn, [steps[1], steps[0]], affine[:3, 0]


def position(affine, k):
    """ImagePositionPatient of slice ``k``."""
    return [round(float(v), 6) for v in affine[:3, 3] + k * affine[:3, 0]]


SERIES = generate_uid(entropy_srcs=["phantom series"])


def write_series(folder, array, affine, **tags):
    """A DICOM series, its files named in an order that says nothing; returns the data sets."""
    turn, spacing, _ = place(affine)
    made = []
    for k, plane in enumerate(array):
        header = fake_dicom(
            folder / f"{(7 * k) % 97:03d}", (plane + 1024).astype(np.uint16),
            **{"SeriesInstanceUID": SERIES, "FrameOfReferenceUID": FRAME,
               "InstanceNumber": len(array) - k, "ImageOrientationPatient": turn,
               "ImagePositionPatient": position(affine, k), "PixelSpacing": spacing,
               "BitsStored": 12, "HighBit": 11, "RescaleIntercept": -1024, "RescaleSlope": 1,
               "RescaleType": "HU", **tags},
        )  # fmt: skip
        made.append(header)
    return made


def _group(**items):
    group = Dataset()
    for keyword, tags in items.items():
        inner = Dataset()
        for name, value in tags.items():
            setattr(inner, name, value)
        setattr(group, keyword, Sequence([inner]))
    return group


def write_enhanced(path, array, affine):
    """One enhanced CT object whose frames are in an order that says nothing."""
    turn, spacing, _ = place(affine)
    order = [(5 * k + 2) % len(array) for k in range(len(array))]
    order = order if len(set(order)) == len(array) else list(reversed(range(len(array))))
    frames = np.stack([array[k] for k in order])
    header = fake_dicom(path, (frames[0] + 1024).astype(np.uint16))
    header.SOPClassUID = header.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2.1"
    header.FrameOfReferenceUID = FRAME
    header.NumberOfFrames = len(order)
    header.BitsStored, header.HighBit = 12, 11
    header.PixelData = (frames + 1024).astype(np.uint16).tobytes()
    header.SharedFunctionalGroupsSequence = Sequence([_group(
        PlaneOrientationSequence={"ImageOrientationPatient": turn},
        PixelMeasuresSequence={"PixelSpacing": spacing},
        PixelValueTransformationSequence={"RescaleIntercept": -1024, "RescaleSlope": 1,
                                          "RescaleType": "HU"},
    )])  # fmt: skip
    header.PerFrameFunctionalGroupsSequence = Sequence(
        [_group(PlanePositionSequence={"ImagePositionPatient": position(affine, k)}) for k in order]
    )
    header.save_as(path, enforce_file_format=True)
    return header


def write_seg(path, labels, affine, *, names=NAMES, kind="BINARY", frames=None, series=(),
              frame_of_reference=FRAME, levels=None):  # fmt: skip
    """A SEG of a label map: a frame per segment and slice that has it, last segment first.

    ``frames`` are the (segment, slice) pairs to write instead, ``series`` the data sets that it
    refers to, ``levels`` (of a FRACTIONAL one) the stored values instead of 0 and 255.
    """
    turn, spacing, _ = place(affine)
    if frames is None:
        frames = [(n, k) for n in reversed(names) for k in range(len(labels))
                  if (labels[k] == n).any()]  # fmt: skip
    header = fake_dicom(path, np.zeros((4, 4), np.uint8), Modality="SEG",
                        SOPClassUID="1.2.840.10008.5.1.4.1.1.66.4",
                        FrameOfReferenceUID=frame_of_reference)  # fmt: skip
    header.Rows, header.Columns = labels.shape[1:]
    header.NumberOfFrames = len(frames)
    header.SegmentationType = kind
    planes = [(labels[k] == n) if levels is None else levels[k] for n, k in frames]
    if kind == "BINARY":
        header.BitsAllocated, header.BitsStored, header.HighBit = 1, 1, 0
        bits = np.concatenate([p.ravel() for p in planes]) if planes else np.zeros(0, bool)
        data = np.packbits(bits.astype(bool), bitorder="little").tobytes()
    elif kind == "LABELMAP":
        data = b"".join(labels[k].astype(np.uint8).tobytes() for _, k in frames)
    else:
        header.MaximumFractionalValue = 255
        header.SegmentationFractionalType = "PROBABILITY"
        scale = 255 if levels is None else 1
        data = b"".join((p.astype(np.uint8) * np.uint8(scale)).tobytes() for p in planes)
    header.SegmentSequence = Sequence([])
    for number, name in names.items():
        item = Dataset()
        item.SegmentNumber, item.SegmentLabel = number, name
        header.SegmentSequence.append(item)
    header.SharedFunctionalGroupsSequence = Sequence([_group(
        PlaneOrientationSequence={"ImageOrientationPatient": turn},
        PixelMeasuresSequence={"PixelSpacing": spacing},
    )])  # fmt: skip
    items = []
    for n, k in frames:
        item = _group(PlanePositionSequence={"ImagePositionPatient": position(affine, k)})
        if kind != "LABELMAP":
            which = _group(SegmentIdentificationSequence={"ReferencedSegmentNumber": n})
            item.SegmentIdentificationSequence = which.SegmentIdentificationSequence
        items.append(item)
    header.PerFrameFunctionalGroupsSequence = Sequence(items)
    if series:
        refer(header, series)
    header.PixelData = data + b"\0" * (len(data) % 2)
    header.save_as(path, enforce_file_format=True)
    return header


def refer(header, series):
    """Say which instances of a series an object was made on (Common Instance Reference)."""
    items = []
    for one in series:
        item = Dataset()
        item.ReferencedSOPClassUID = one.SOPClassUID
        item.ReferencedSOPInstanceUID = one.SOPInstanceUID
        items.append(item)
    reference = Dataset()
    reference.SeriesInstanceUID = series[0].SeriesInstanceUID
    reference.ReferencedInstanceSequence = Sequence(items)
    header.ReferencedSeriesSequence = Sequence([reference])


def outlines(mask):
    """Closed outlines of a mask along the edges of its pixels, as (row, column) in index units.

    Pixel (0, 0) covers -0.5 to 0.5. Outlines of holes are outlines of their own.
    """
    padded = np.pad(mask, 1)
    following = {}
    for r, c in zip(*np.nonzero(padded), strict=True):
        for dr, dc, start, end in (
            (-1, 0, (r, c), (r, c + 1)), (0, 1, (r, c + 1), (r + 1, c + 1)),
            (1, 0, (r + 1, c + 1), (r + 1, c)), (0, -1, (r + 1, c), (r, c)),
        ):  # fmt: skip
            if not padded[r + dr, c + dc]:
                following.setdefault(start, []).append(end)
    loops = []
    while following:
        start = min(following)
        loop = [start]
        while True:
            ends = following[loop[-1]]
            end = ends.pop()
            if not ends:
                del following[loop[-1]]
            if end == start:
                break
            loop.append(end)
        loops.append([(r - 1.5, c - 1.5) for r, c in loop])
    return loops


def write_rtstruct(path, regions, *, series=(), frame_of_reference=FRAME, kinds=None):
    """An RTSTRUCT: name of a region -> contours, each (type, points in LPS mm)."""
    header = fake_dicom(path, np.zeros((4, 4), np.uint8), Modality="RTSTRUCT",
                        SOPClassUID="1.2.840.10008.5.1.4.1.1.481.3",
                        FrameOfReferenceUID=frame_of_reference)  # fmt: skip
    del header.PixelData
    header.StructureSetROISequence = Sequence([])
    header.ROIContourSequence = Sequence([])
    header.RTROIObservationsSequence = Sequence([])
    for number, (name, contours) in enumerate(regions.items(), start=1):
        item, shape, said = Dataset(), Dataset(), Dataset()
        item.ROINumber, item.ROIName = number, name
        item.ReferencedFrameOfReferenceUID = frame_of_reference
        shape.ReferencedROINumber = said.ReferencedROINumber = number
        said.RTROIInterpretedType = (kinds or {}).get(name, "ORGAN")
        shape.ContourSequence = Sequence([])
        for kind, points in contours:
            contour = Dataset()
            contour.ContourGeometricType = kind
            contour.NumberOfContourPoints = len(points)
            contour.ContourData = [round(float(v), 6) for point in points for v in point]
            shape.ContourSequence.append(contour)
        header.StructureSetROISequence.append(item)
        header.ROIContourSequence.append(shape)
        header.RTROIObservationsSequence.append(said)
    if series:
        refer_contours(header, series)
    header.save_as(path, enforce_file_format=True)
    return header


def refer_contours(header, series):
    """Say which images of which frame of reference an RTSTRUCT was drawn on."""
    images = Sequence([])
    for one in series:
        item = Dataset()
        item.ReferencedSOPClassUID = one.SOPClassUID
        item.ReferencedSOPInstanceUID = one.SOPInstanceUID
        images.append(item)
    of_series, of_study, of_frame = Dataset(), Dataset(), Dataset()
    of_series.SeriesInstanceUID = series[0].SeriesInstanceUID
    of_series.ContourImageSequence = images
    of_study.RTReferencedSeriesSequence = Sequence([of_series])
    of_frame.FrameOfReferenceUID = series[0].FrameOfReferenceUID
    of_frame.RTReferencedStudySequence = Sequence([of_study])
    header.ReferencedFrameOfReferenceSequence = Sequence([of_frame])


def contours_of(labels, affine, names=NAMES):
    """Contours of a label map on its slices, for `write_rtstruct`."""
    regions = {name: [] for name in names.values()}
    for k, plane in enumerate(labels):
        for number, name in names.items():
            for loop in outlines(plane == number):
                points = [affine[:3, 3] + k * affine[:3, 0] + r * affine[:3, 1] + c * affine[:3, 2]
                          for r, c in loop]  # fmt: skip
                regions[name].append(("CLOSED_PLANAR", points))
    return regions
