"""BTXRD: radiographs of limbs and pelvis with primary bone tumours, outlined, or without.

Each tumour is in the labelme file twice, as a rectangle and as a polygon: the polygon is read. An
image without a tumour has no file. The paper says CC BY-NC-ND 4.0 and figshare CC BY 4.0: the
stricter one is declared. Three centres, one of them textbooks and web pages. Age and sex columns
are not read. No patient id: two views of one patient are not linked.
"""

import json
import re
from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, Flags, Mask, Source, Table, Term


def polygons(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per polygon of a labelme file; rectangles repeat them and are left out."""
    shapes = [s for s in json.loads(data)["shapes"] if s["shape_type"] == "polygon"]
    return [
        {"label": s["label"], "points": " ".join(f"{x},{y}" for x, y in s["points"]), "k": str(k)}
        for k, s in enumerate(shapes)
    ]


SOURCE = Source(
    name="btxrd",
    title="Bone Tumor X-ray Radiograph Dataset",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.27865398",
    license="CC-BY-NC-ND-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("bone",),
    department="Orthopedic Surgery",
    commercial=False,
    derivatives=False,
    cite="Yao et al., A radiograph dataset of primary bone tumors, Scientific Data 2025",
    cases=Files("images/{id}.jpeg"),
    join=[Table("dataset.xlsx", parse={"image_id": ("{id}.jpeg", "{id}")}, on="id")],
    subject=NO_SUBJECT,
    view=Term(
        "{frontal}{lateral}{oblique}",
        {"100": "frontal", "010": "lateral", "001": "oblique", re.compile("[01]{3}"): None},
    ),
    labels=[
        Flags(names={"tumor": "bone tumour"}, values={"1": "unknown", "0": "absent"}),
        Class(
            "{benign}{malignant}",
            of="malignancy",
            names={"10": "benign", "01": "malignant", "00": None},
        ),
        Mask(
            polygon="{points}",
            by="{label}",
            instances="{k}",
            names={
                "osteochondroma": "osteochondroma",
                "multiple osteochondromas": "multiple osteochondromas",
                "simple bone cyst": "simple bone cyst",
                "giant cell tumor": "giant cell tumour of bone",
                "osteofibroma": "osteofibroma",
                "synovial osteochondroma": "synovial osteochondroma",
                "osteosarcoma": "osteosarcoma",
                "other bt": "benign bone tumour",
                "other mt": "malignant bone tumour",
            },
            table=Table("Annotations/{id}.json", form=polygons, on="id"),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "BTXRD/Annotations"',
        'public code that reads dataset.xlsx (search for "multiple osteochondromas")',
    ),
    verified="loader",
)
