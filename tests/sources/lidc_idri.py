"""LIDC-IDRI: CT series and a radiograph in a tree of UIDs, readings in XML elsewhere."""

from pathlib import Path
from typing import Any

import numpy as np

from gmai_data.testing import (
    Expected,
    fake_dicom,
    fake_dicom_series,
    fake_volume,
    noise,
    write_text,
)

EXPECTED = Expected(cases=3, subjects=2, names=("lung nodule",))


def make(root: Path) -> None:
    """Patient 132 has two scans, one of them unread; two readers, a hole, a small nodule."""
    for patient, scans in ((1, 1), (132, 2)):
        name = f"LIDC-IDRI-{patient:04d}"
        for scan in range(scans):
            study = root / "LIDC-IDRI" / name / f"1.3.6.1.4.1.14519.5.2.1.6279.6001.{patient}{scan}"
            volume, _ = fake_volume((48, 48, 8), {1: (10, 22, 10, 22, 2, 6)}, seed=f"{name}{scan}")
            made = fake_dicom_series(
                study / f"1.3.6.1.4.1.14519.5.2.1.6279.6001.17{patient}{scan}",
                volume,
                name="{n:06d}.dcm",
                spacing_mm=(0.7, 0.7, 2.5),
                PatientID=name,
                SeriesInstanceUID=f"1.3.6.1.4.1.14519.5.2.1.6279.6001.17{patient}{scan}",
            )
            if scan == 0:
                at = root / "tcia-lidc-xml" / "157" / f"{patient:03d}.xml"
                write_text(at, _reading(made, 2 if patient == 1 else 1))
        fake_dicom(
            root / "LIDC-IDRI" / name / "1.3.6.1.4.9" / f"1.3.6.1.4.9.{patient}" / "000001.dcm",
            (noise((48, 48), f"dx{name}") * 4000).astype(np.uint16),
            Modality="DX",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.1.1",
            PatientID=name,
            StudyInstanceUID=f"1.3.6.1.4.9{patient}",
        )


def _reading(slices: list[Any], readers: int) -> str:
    """An outline lies around the nodule, one pixel outside; FALSE cuts a hole."""
    sessions = ""
    for reader in range(readers):
        low, high = 9 - reader, 22 + reader
        rois = "".join(_roi(slices[k], "TRUE", low, high) for k in (2, 3, 4))
        rois += _roi(slices[3], "FALSE", 14, 17)
        sessions += (
            "<readingSession><annotationVersion>3.12</annotationVersion>"
            f"<unblindedReadNodule><noduleID>Nodule {reader + 1:03d}</noduleID><characteristics>"
            "<subtlety>5</subtlety><internalStructure>1</internalStructure>"
            "<calcification>6</calcification><sphericity>3</sphericity><margin>3</margin>"
            "<lobulation>3</lobulation><spiculation>4</spiculation><texture>5</texture>"
            f"<malignancy>{4 + reader}</malignancy></characteristics>{rois}</unblindedReadNodule>"
            "<unblindedReadNodule><noduleID>5</noduleID>"
            f"{_roi(slices[6], 'TRUE', 30, 30)}</unblindedReadNodule>"
            "<nonNodule><nonNoduleID>8</nonNoduleID><imageZposition>0</imageZposition>"
            f"<imageSOP_UID>{slices[1].SOPInstanceUID}</imageSOP_UID>"
            "<locus><xCoord>40</xCoord><yCoord>40</yCoord></locus></nonNodule></readingSession>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<LidcReadMessage uid="1.3.6.1.4.1.14519.5.2.1.6279.6001.1307390687803.0" '
        'xmlns="http://www.nih.gov"><ResponseHeader><Version>1.7</Version>'
        f"<SeriesInstanceUid>{slices[0].SeriesInstanceUID}</SeriesInstanceUid>"
        f"<StudyInstanceUID>{slices[0].StudyInstanceUID}</StudyInstanceUID></ResponseHeader>"
        f"{sessions}</LidcReadMessage>\n"
    )


def _roi(image: Any, inclusion: str, low: int, high: int) -> str:
    steps = range(low, high)
    ring = (
        [(x, low) for x in steps] + [(high, y) for y in steps]
        + [(x, high) for x in range(high, low, -1)] + [(low, y) for y in range(high, low, -1)]
    ) or [(low, low)]  # fmt: skip
    edges = "".join(f"<edgeMap><xCoord>{x}</xCoord><yCoord>{y}</yCoord></edgeMap>" for x, y in ring)
    return (
        f"<roi><imageZposition>{image.ImagePositionPatient[2]}</imageZposition>"
        f"<imageSOP_UID>{image.SOPInstanceUID}</imageSOP_UID><inclusion>{inclusion}</inclusion>"
        f"{edges}</roi>"
    )
