"""Stanford COCA: coronary calcium outlined on gated CT, and chest CT without outlines.

Outlines are property lists of points in pixels; the slice is the one at the height (z) of the
points in mm, as public code takes it. Plaques were outlined per artery; here all are one term. A
gated scan without a list is taken as not annotated. Agatston scores of the non-gated scans are in
`scores.xlsx`, whose columns were not seen: not read. Patient numbers of the two parts are
unrelated.
"""

import plistlib
import re
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, DicomSeries, Layout, Mask, Source, Table


def height(text: str) -> str:
    """A coordinate in mm, written as outlines and slices are compared."""
    return f"{float(text):.2f}"


def outlines(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per outline: its height in mm and its points in pixels."""
    rows: list[Mapping[str, str]] = []
    for image in plistlib.loads(data, fmt=plistlib.FMT_XML)["Images"]:
        for roi in image["ROIs"]:
            pixels = [re.findall(r"-?[\d.]+", str(point)) for point in roi["Point_px"]]
            place = [re.findall(r"-?[\d.]+", str(point)) for point in roi["Point_mm"]]
            if len(pixels) >= 3 and float(roi["Area"]) > 0:
                rows.append({
                    "z": height(place[0][2]),
                    "artery": str(roi["Name"]).strip(),
                    "points": " ".join(f"{p[0]},{p[1]}" for p in pixels),
                    "roi": str(len(rows)),
                })  # fmt: skip
    return rows


SOURCE = Source(
    name="stanford-coca",
    title="Stanford COCA (coronary calcium and chest CT)",
    version="1.0.0",
    homepage="https://stanfordaimi.azurewebsites.net/datasets/e8ca74dc-8dd4-4340-815a-60b41f6cb2aa",
    license="LicenseRef-Stanford-University-Dataset-Research-Use",
    access="registration",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    modality="CT",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Stanford AIMI, COCA: Coronary Calcium and chest CTs",
    parts=(
        Layout(
            "gated",
            cases=DicomSeries(
                "Gated_release_final/patient/{patient:d}/*/*.dcm",
                parse={"ImagePositionPatient": "{x}\\{y}\\{height}"},
                derive={"z": lambda row: height(row["height"])},
            ),
            subject="gated {patient}",
            labels=[
                Mask(
                    polygon="{points}",
                    by="{artery}",
                    names={
                        "Left Anterior Descending Artery": "coronary artery calcification",
                        "Left Circumflex Artery": "coronary artery calcification",
                        "Right Coronary Artery": "coronary artery calcification",
                        "Left Coronary Artery": "coronary artery calcification",
                    },
                    instances="{roi}",
                    table=Table(
                        "Gated_release_final/calcium_xml/{patient}.xml",
                        form=outlines,
                        on=("patient", "z"),
                    ),
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "non-gated",
            cases=DicomSeries("deidentified_nongated/{number:d}/**/*.dcm"),
            subject="non-gated {number}",
        ),
    ),
    evidence=(
        "https://github.com/neuro-ml/amid amid/stanford_coca.py",
        'public code search for "calcium_xml" (folders, names of arteries)',
    ),
    verified="loader",
)
