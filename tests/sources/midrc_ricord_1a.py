"""MIDRC-RICORD-1A: CT series and one MD.ai export with outlines per slice and labels per exam."""

from pathlib import Path
from typing import Any

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_json

EXPECTED = Expected(cases=3, subjects=2)
INSTANCE = (
    "Infectious opacity", "Infectious TIB/micronodules", "Atelectasis",
    "Other noninfectious opacity", "Noninfectious nodule/mass", "Infectious cavity",
)  # fmt: skip
EXAM = ("Typical Appearance", "Effusion")


def make(root: Path) -> None:
    """The second exam of patient 000005 has no outline; an outline has no points."""
    studies: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    ids = {name: f"L_{n:06d}" for n, name in enumerate((*INSTANCE, *EXAM), 1)}
    for n, (patient, exam) in enumerate((("000005", 1), ("000005", 2), ("000010", 1))):
        uid = generate_uid(entropy_srcs=["ricord", patient, str(exam)])
        image, _ = fake_volume((32, 30, 6), seed=f"{patient}{exam}")
        made = fake_dicom_series(
            root / "MIDRC-RICORD-1A" / f"MIDRC-RICORD-1A-419639-{patient}"
            / f"0{exam}-02-2003-NA-CT CHEST WITHOUT CONTRAST-0463{exam}" / f"2.000000-AX-{n}",
            image,
            name="1-{n:03d}.dcm",
            PatientID=f"MIDRC-RICORD-1A-419639-{patient}",
            StudyInstanceUID=uid,
        )  # fmt: skip
        studies.append({"StudyInstanceUID": str(uid), "number": n + 1})
        if exam == 2:
            continue
        for k, label in ((2, "Infectious opacity"), (3, "Infectious opacity"), (3, "Atelectasis")):
            points = [[8, 6], [16, 6], [16, 14], [8, 14]] if label != "Atelectasis" else None
            annotations.append(_annotation(ids[label], made[k], points))
        annotations.append(
            {"id": f"A_{n}", "labelId": ids["Typical Appearance"], "number": n + 1,
             "StudyInstanceUID": str(uid), "SeriesInstanceUID": None, "SOPInstanceUID": None,
             "data": None}
        )  # fmt: skip
    groups = [
        {"id": "G_1", "name": "Image", "labels": [_label(ids[x], x, "INSTANCE") for x in INSTANCE]},
        {"id": "G_2", "name": "Exam", "labels": [_label(ids[x], x, "STUDY") for x in EXAM]},
    ]
    write_json(
        root / "MIDRC-RICORD-1a_annotations_labelgroup_all_2020-Dec-8.json",
        {
            "labelGroups": groups,
            "datasets": [
                {"id": "D_1", "name": "1A", "studies": studies, "annotations": annotations}
            ],
        },
    )


def _label(key: str, name: str, scope: str) -> dict[str, str]:
    kind = "freeform" if scope == "INSTANCE" else "none"
    return {"id": key, "name": name, "scope": scope, "annotationMode": kind, "color": "#ff0000"}


def _annotation(label: str, item: Any, points: list[list[int]] | None) -> dict[str, Any]:
    return {
        "id": f"A_{item.SOPInstanceUID[-8:]}_{label}",
        "labelId": label,
        "StudyInstanceUID": str(item.StudyInstanceUID),
        "SeriesInstanceUID": str(item.SeriesInstanceUID),
        "SOPInstanceUID": str(item.SOPInstanceUID),
        "data": {"vertices": points} if points else None,
    }
