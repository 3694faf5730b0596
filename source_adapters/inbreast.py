"""INbreast: full-field digital mammograms with BI-RADS category, density and drawn lesions.

The patient is the second part of a file's name; the column "Patient ID" is blanked. ROIs are
property lists of points "(x, y)"; calcifications marked by one point have no outline and are left
out. Every lesion was drawn, by one reader, so an image without a list says nothing new here: its
category does. ROIs are named in several spellings; "Unnamed" and "Point 1" are left out.
"""

import plistlib
import re
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table, Term


def outlines(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per ROI of a property list: its name and its points in pixels."""
    rows: list[Mapping[str, str]] = []
    for image in plistlib.loads(data, fmt=plistlib.FMT_XML)["Images"]:
        for roi in image["ROIs"]:
            points = [re.findall(r"-?[\d.]+", str(point)) for point in roi["Point_px"]]
            if len(points) >= 3:
                rows.append({
                    "what": str(roi["Name"]).strip().lower(),
                    "points": " ".join(f"{x},{y}" for x, y in points),
                    "roi": str(len(rows)),
                })  # fmt: skip
    return rows


TABLE = Table("INbreast.csv", sep=";", on="File Name")

SOURCE = Source(
    name="inbreast",
    title="INbreast",
    version="1.0.0",
    homepage="http://medicalresearch.inescporto.pt/breastresearch/",
    license="LicenseRef-INbreast",
    access="agreement",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    cite="Moreira et al., INbreast, Academic Radiology 2012",
    cases=Files("AllDICOMs/{File Name:d}_{patient}_MG_{side:R|L}_{view:CC|ML|MLO}_ANON.dcm"),
    subject="{patient}",
    view=Term("{view}", {"CC": "CC", "ML": "MLO", "MLO": "MLO"}),
    labels=[
        Class(
            "{Bi-Rads}",
            of="BI-RADS category",
            names={
                "0": "BI-RADS category 0",
                "1": "BI-RADS category 1",
                "2": "BI-RADS category 2",
                "3": "BI-RADS category 3",
                "4a": "BI-RADS category 4A",
                "4b": "BI-RADS category 4B",
                "4c": "BI-RADS category 4C",
                "5": "BI-RADS category 5",
                "6": "BI-RADS category 6",
            },
            table=TABLE,
        ),
        Class(
            "{ACR}",
            of="breast density",
            names={
                "1": "breast density A",
                "2": "breast density B",
                "3": "breast density C",
                "4": "breast density D",
            },
            table=TABLE,
        ),
        Mask(
            polygon="{points}",
            by="{what}",
            instances="{roi}",
            names={
                "mass": "breast mass",
                "calcification": "breast calcification",
                "calcifications": "breast calcification",
                "cluster": "calcification cluster",
                "asymmetry": "asymmetry",
                "assymetry": "asymmetry",
                "asimmetry": "asymmetry",
                "distortion": "architectural distortion",
                "spiculated region": "spiculated region",
                "espiculated region": "spiculated region",
                "pectoral muscle": "pectoral muscle",
                re.compile(".*"): None,  # "Unnamed", "Point 1"
            },
            table=Table("AllXML/{File Name:d}.xml", form=outlines, on="File Name"),
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "INbreast.csv" and "Spiculated Region"',),
    verified="loader",
)
