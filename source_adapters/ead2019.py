"""EAD2019: endoscopy frames of several organs and centres with artefacts boxed or segmented.

Boxes are in YOLO's form. A mask is a TIFF of five pages: instrument, specular reflection, artefact,
bubbles, overexposure (public code has the first two and the last; the others are from memory).
There is no patient id: pictures of one name in both parts are taken for one, and for one subject.
"""

import io
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Boxes, Files, Layout, Mask, Source, Table

PAGES = ("instrument", "specularity", "artifact", "bubbles", "saturation")


def pages(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per page that is not black: its name and its run lengths, row by row from 0."""
    import numpy as np
    from PIL import Image, ImageSequence

    rows = []
    with Image.open(io.BytesIO(data)) as picture:
        for what, page in zip(PAGES, ImageSequence.Iterator(picture), strict=True):
            on = (np.asarray(page.convert("L")) > 0).ravel()
            edges = np.flatnonzero(np.diff(on.astype(np.int8), prepend=0, append=0)).tolist()
            runs = [f"{a} {b - a}" for a, b in zip(edges[::2], edges[1::2], strict=True)]
            if runs:
                rows.append({"what": what, "runs": " ".join(runs)})
    return rows


SOURCE = Source(
    name="ead2019",
    title="Endoscopy Artefact Detection 2019",
    version="1.0.0",
    homepage="https://ead2019.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Ali et al., An objective comparison of endoscopy artefact detection, Sci Rep 2020",
    subject="{stem}",
    parts=(
        Layout(
            "detection",
            cases=Files("trainingData_detection/{stem}.jpg"),
            labels=[
                Boxes(
                    "trainingData_detection/{stem}.txt",
                    form="yolo",
                    names=[
                        "specular reflection",
                        "overexposed region",
                        "artefact",
                        "blurred region",
                        "low-contrast region",
                        "bubbles",
                        "endoscopic instrument",
                    ],
                )
            ],
        ),
        Layout(
            "segmentation",
            cases=Files("trainingData_semanticSegmentation/0_original_images/{stem}.jpg"),
            labels=[
                Mask(
                    rle="{runs}",
                    order="row",
                    base=0,
                    by="{what}",
                    names={
                        "instrument": "endoscopic instrument",
                        "specularity": "specular reflection",
                        "artifact": "artefact",
                        "bubbles": "bubbles",
                        "saturation": "overexposed region",
                    },
                    table=Table(
                        "trainingData_semanticSegmentation/{stem}.tif", form=pages, on="stem"
                    ),
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/EAD2019.md",
        'public code search for "trainingData_semanticSegmentation"',
    ),
    verified="loader",
)
