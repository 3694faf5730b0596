"""DDTI: thyroid ultrasound with nodules outlined, as first published or with masks.

The first release has an XML file per case (the patient) with a TI-RADS category and outlines as
JSON, and pictures `<case>_<image>.jpg`; some categories are blank. A later copy (`1_or_data`) has
masks and lost the cases. Its `category.csv` has codes 0 and 1 of which no source says what they
mean: not read. Cropped copies (`2_preprocessed_data`) are left out.
"""

import json
from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, Layout, Mask, Records, Source, Table


def marks(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per outline of a case: the number of its picture and its points."""
    from defusedxml.ElementTree import fromstring

    rows = []
    for mark in fromstring(data).iter("mark"):
        for region in json.loads(mark.findtext("svg") or "[]"):
            points = " ".join(f"{p['x']},{p['y']}" for p in region["points"])
            rows.append({"image": (mark.findtext("image") or "").strip(), "points": points})
    return rows


SOURCE = Source(
    name="ddti",
    title="Digital Database of Thyroid Ultrasound Images",
    version="1.0.0",
    homepage="http://cimalab.unal.edu.co/applications/thyroid/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Ultrasound",
    anatomy=("thyroid gland",),
    department="Endocrinology",
    cite="Pedraza et al., An open access thyroid ultrasound image database, SIPAIM 2015",
    layouts=(
        Layout(
            "masks",
            cases=Files("1_or_data/image/{n}.png"),
            subject=NO_SUBJECT,
            labels=[Mask("1_or_data/mask/{n}.png", name="thyroid nodule", threshold=127)],
        ),
        Layout(
            "outlines",
            cases=Files("{case:d}_{image:d}.jpg"),
            subject="{case}",
            study="{case}",
            labels=[
                Class(
                    "{tirads}",
                    of="TI-RADS category",
                    names={
                        "1": "TI-RADS category 1",
                        "2": "TI-RADS category 2",
                        "3": "TI-RADS category 3",
                        "4a": "TI-RADS category 4A",
                        "4b": "TI-RADS category 4B",
                        "4c": "TI-RADS category 4C",
                        "5": "TI-RADS category 5",
                        None: None,
                    },
                    level="study",
                    table=Records("{case:d}.xml", each=".", on="case"),
                    missing=UNKNOWN,
                ),
                Mask(
                    polygon="{points}",
                    name="thyroid nodule",
                    table=Table("{case:d}.xml", form=marks, on=("case", "image")),
                    missing=UNKNOWN,
                ),
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/DDTI.md",
        'public code search for "1_or_data" (columns ID and CATE of category.csv)',
        'public code search for "<tirads>"',
    ),
    verified="loader",
)
