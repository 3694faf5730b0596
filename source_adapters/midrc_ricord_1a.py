"""MIDRC-RICORD-1A: COVID-19 on chest CT, with opacities outlined and a typicality per study.

Annotations are one export of MD.ai: outlines name their slice, and hold for the slices that were
annotated, so nothing is said to be absent. Names of study labels were not seen in full; those of
typicality are matched by pattern, others are left out. All patients of this part tested positive.
"""

import json
import re
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Class, DicomSeries, Mask, Source, Table

EXPORT = "MIDRC-RICORD-1a_annotations_labelgroup_all_2020-Dec-8*.json"


def annotations(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per annotation of an MD.ai export, outlines as points in pixels."""
    document = json.loads(data)
    labels = {label["id"]: label for group in document["labelGroups"] for label in group["labels"]}
    rows: list[Mapping[str, str]] = []
    for dataset in document["datasets"]:
        for one in dataset["annotations"]:
            label = labels[one["labelId"]]
            points = (one.get("data") or {}).get("vertices") or ()
            rows.append({
                "id": str(one["id"]), "name": label["name"],
                "scope": label.get("scope", "INSTANCE"),
                "StudyInstanceUID": one.get("StudyInstanceUID") or "",
                "SOPInstanceUID": one.get("SOPInstanceUID") or "",
                "points": " ".join(f"{x},{y}" for x, y in points),
                "drawn": "yes" if len(points) >= 3 else "no",
            })  # fmt: skip
    return rows


SOURCE = Source(
    name="midrc-ricord-1a",
    title="MIDRC-RICORD-1A",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/midrc-ricord-1a/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("lung",),
    department="Infectious Diseases",
    window="lung",
    cite="Tsai et al., Radiology 2021, doi:10.1148/radiol.2021203957",
    cases=DicomSeries("MIDRC-RICORD-1A/{patient}/{visit}/{series}/*.dcm", where={"Modality": "CT"}),
    subject="{patient}",
    study="{StudyInstanceUID}",
    labels=[
        Mask(
            polygon="{points}",
            by="{name}",
            names={
                "Infectious opacity": "infectious lung opacity",
                "Infectious TIB/micronodules": "tree-in-bud opacities or micronodules",
                "Infectious cavity": "cavity",
                "Atelectasis": "atelectasis",
                "Other noninfectious opacity": "noninfectious lung opacity",
                "Noninfectious nodule/mass": "lung nodule or mass",
            },
            instances="{id}",
            table=Table(
                EXPORT, form=annotations, on="SOPInstanceUID",
                where={"scope": "INSTANCE", "drawn": "yes"},
            ),
            missing=UNKNOWN,
        ),
        Class(
            "{name}",
            names={
                re.compile(r"(?i)typical( appearance)?"): "typical COVID-19 appearance",
                re.compile(r"(?i)indeterminate( appearance)?"): "indeterminate COVID-19 appearance",
                re.compile(r"(?i)atypical( appearance)?"): "atypical COVID-19 appearance",
                re.compile(r".*"): None,  # negative for pneumonia, signs, quality
            },
            table=Table(
                EXPORT, form=annotations, on="StudyInstanceUID",
                where={"scope": r"STUDY|EXAM"},
            ),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/midrc.py",
        'public code search for "Infectious TIB/micronodules"',
    ),
    verified="loader",
)  # fmt: skip
