"""PadChest-GR: frontal radiographs of PadChest whose findings radiologists boxed, by sentence.

Boxes are parts of the image's width and height. A box belongs to its sentence; where that has
several labels, the first is taken. A finding without boxes was not boxed, and a sentence that
denies one names it all the same: it is no label. The report is the list of English sentences,
translated by a model from the Spanish. Patients and split stand in master_table.csv. Everything is
new annotation of padchest's images, under its agreement; the release has copies of them.
"""

import json
import re
from collections.abc import Mapping

from gmai_data import UNKNOWN, Boxes, Class, First, Records, Report, Source, Table, Term
from source_adapters.padchest import FINDINGS


def report(row: Mapping[str, str]) -> str:
    """The sentences of a study as one text."""
    return " ".join(one["sentence_en"] for one in json.loads(row["findings"]))


SOURCE = Source(
    name="padchest-gr",
    title="PadChest-GR",
    version="1.0.0",
    homepage="https://bimcv.cipf.es/bimcv-projects/padchest-gr/",
    license="LicenseRef-BIMCV-PadChest-GR",
    access="agreement",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    benchmark=("test",),
    derived_from=("padchest",),
    cite="de Castro et al., PadChest-GR: a bilingual chest X-ray dataset, NEJM AI 2025",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Records(
        "grounded_reports_20240819.json",
        image=First("Padchest_GR_files/PadChest_GR/{ImageID}", "Padchest_GR_files/{ImageID}"),
        derive={"report": report},
    ),
    join=[Table("master_table.csv", on="StudyID")],
    subject="{PatientID}",
    subject_space="padchest",
    study="{StudyID}",
    split=Term("{split}", {"train": "train", "validation": "val", "test": "test"}),
    view="frontal",
    labels=[
        Class(
            "{labels}",
            form="list",
            each="findings/*",
            where={"abnormal": "(?i)true"},
            names={**FINDINGS, re.compile(".*"): None},
            missing=UNKNOWN,
        ),
        Boxes(
            xyxy=("{0}", "{1}", "{2}", "{3}"),
            size=(1, 1),
            by="{labels/0}",
            each="findings/*/boxes/*",
            where={"abnormal": "(?i)true"},
            names={**FINDINGS, re.compile(".*"): None},
            missing=UNKNOWN,
        ),
        Report(sections={"findings": "{report}"}),
    ],
    evidence=('public code search for "grounded_reports_20240819.json" (findings, boxes, tables)',),
    verified="loader",
)
