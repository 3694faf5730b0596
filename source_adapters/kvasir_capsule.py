"""Kvasir-Capsule: frames of capsule endoscopy of the small bowel in 14 classes, some boxed.

The video is the patient. Boxes are four corners in `metadata.csv` (";"): the upright box around
them is taken. The file says "open for research and education"; the paper says CC-BY-4.0: the
narrower is given. Archives are unpacked (one folder for each class). Folders are met in several
spellings. The two official folds are no split; classes are very uneven.
"""

import re
from collections.abc import Callable, Mapping

from gmai_data import UNKNOWN, Boxes, Class, Files, Source, Table


def edge(axis: str, pick: Callable[[list[int]], int]) -> Callable[[Mapping[str, str]], str]:
    """The smallest or largest coordinate of the four corners; "" where there is no box."""

    def of(row: Mapping[str, str]) -> str:
        corners = [int(row[f"{axis}{k}"]) for k in range(1, 5) if row.get(f"{axis}{k}")]
        return str(pick(corners)) if corners else ""

    return of


NAMES = {
    re.compile("(?i)ampulla[ _]of[ _]vater"): "ampulla of Vater",
    re.compile("(?i)angiectasia"): "angiectasia",
    re.compile("(?i)blood[ _]-?[ _]?fresh"): "fresh blood",
    re.compile("(?i)blood[ _]-?[ _]?hematin"): "altered blood",
    re.compile("(?i)erosion"): "erosion",
    re.compile("(?i)erythema"): "erythema",
    re.compile("(?i)foreign[ _]body"): "foreign body",
    re.compile("(?i)ileocecal[ _]valve"): "ileocaecal valve",
    re.compile("(?i)lymphangiectasia"): "lymphangiectasia",
    re.compile("(?i)normal[ _]clean[ _]mucosa"): "normal mucosa",
    re.compile("(?i)polyp"): "polyp",
    re.compile("(?i)pylorus"): "pylorus",
    re.compile("(?i)reduced[ _]mucosal[ _]view"): "reduced mucosal view",
    re.compile("(?i)ulcer"): "ulcer",
}

SOURCE = Source(
    name="kvasir-capsule",
    title="Kvasir-Capsule",
    version="1.0.0",
    homepage="https://datasets.simula.no/kvasir-capsule/",
    license="LicenseRef-Research-Education",
    access="open",
    modality="Endoscopy",
    anatomy=("small bowel",),
    department="Gastroenterology and Hepatology",
    sequence="capsule endoscopy",
    cite="Smedsrud et al., Kvasir-Capsule, Scientific Data 2021, doi:10.1038/s41597-021-00920-z",
    cases=Files("{:labelled_images/|}{class}/{video:16}_{frame:d}.jpg"),
    subject="{video}",
    study="{video}",
    labels=[
        Class("{class}", names=NAMES),
        Boxes(
            xyxy=("{left}", "{top}", "{right}", "{bottom}"),
            by="{finding_class}",
            names=NAMES,
            table=Table(
                "metadata.csv",
                sep=";",
                parse={"filename": "{video:16}_{frame:d}.jpg"},
                derive={
                    "left": edge("x", min),
                    "top": edge("y", min),
                    "right": edge("x", max),
                    "bottom": edge("y", max),
                },
                where={"x1": r"\d+"},
                on=("video", "frame"),
                optional=True,
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/simula/kvasir-capsule/blob/master/scripts/generate_csv_from_json.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Kvasir-Capsule.md",
    ),
    verified="loader",
)
