"""Object-CXR: chest radiographs with foreign objects marked by rectangle, ellipse or polygon.

A cell holds all shapes of an image, "type x1 y1 x2 y2 …;…" (0 rectangle, 1 ellipse, 2 polygon):
each is read as the box around it, since rectangles are not outlines. An empty cell is an image that
a radiologist found free of objects. The test part has no public labels and is not read. Folders of
the unpacked archives are from memory. No patient id.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import ABSENT, NO_SUBJECT, Boxes, Source, Table, Term


def shapes(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per shape with the box around it; one row without a box where there is none."""
    rows = []
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
        for shape in (row["annotation"] or "").split(";"):
            numbers = [float(n) for n in shape.split()[1:]]
            xs, ys = numbers[0::2], numbers[1::2]
            box = (min(xs), min(ys), max(xs), max(ys)) if xs and ys else ("",) * 4
            rows.append(
                {
                    "image_name": row["image_name"],
                    **dict(zip(("x1", "y1", "x2", "y2"), map(str, box), strict=True)),
                }
            )
    return rows


SOURCE = Source(
    name="object-cxr",
    title="Object-CXR",
    version="1.0.0",
    homepage="https://jfhealthcare.github.io/object-CXR/",
    license="CC-BY-NC-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    commercial=False,
    derivatives=True,
    cases=Table("{set:train|dev}.csv", image="{set}/{image_name}"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val"}),
    labels=[
        Boxes(
            xyxy=("{x1}", "{y1}", "{x2}", "{y2}"),
            name="foreign body",
            table=Table("{set:train|dev}.csv", form=shapes, on=("set", "image_name")),
            empty=ABSENT,
        )
    ],
    evidence=("https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",),
    verified="loader",
)
