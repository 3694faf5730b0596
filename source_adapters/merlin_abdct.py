"""Merlin: abdominal CT of an emergency department, with the findings of the report.

Findings labels were mined from the reports by phrases (1 present, 0 absent, -1 not mentioned) and
exist for some scans; "surgically absent gallbladder" is left out. A scan's number says nothing of
the patient (25,494 scans of 18,317), so a patient with several cannot be told; the split is the
official one. The name of the first column of the labels was not seen: it is taken to be the number
of the scan, as public code does.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Report, Source, Table, Term

FINDINGS = {
    "submucosal_edema": "submucosal oedema", "renal_hypodensities": "renal hypodensity",
    "aortic_valve_calcification": "aortic valve calcification",
    "coronary_calcification": "coronary artery calcification", "thrombosis": "thrombosis",
    "metastatic_disease": "metastasis", "pancreatic_atrophy": "pancreatic atrophy",
    "renal_cyst": "kidney cyst", "osteopenia": "osteopenia",
    "surgically_absent_gallbladder": None, "atelectasis": "atelectasis",
    "abdominal_aortic_aneurysm": "abdominal aortic aneurysm", "anasarca": "anasarca",
    "hiatal_hernia": "hiatal hernia", "lymphadenopathy": "lymphadenopathy",
    "prostatomegaly": "prostatomegaly", "biliary_ductal_dilation": "biliary dilatation",
    "cardiomegaly": "cardiomegaly", "splenomegaly": "splenomegaly",
    "hepatomegaly": "hepatomegaly", "atherosclerosis": "atherosclerosis", "ascites": "ascites",
    "pleural_effusion": "pleural effusion", "hepatic_steatosis": "fatty liver",
    "appendicitis": "appendicitis", "gallstones": "gallstone", "hydronephrosis": "hydronephrosis",
    "bowel_obstruction": "bowel obstruction", "free_air": "pneumoperitoneum",
    "fracture": "fracture",
}  # fmt: skip


def labels(data: bytes) -> Sequence[Mapping[str, str]]:
    """The rows of the table of findings, whose first column is the number of the scan."""
    table = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    header = ["scan", *next(table)[1:]]
    return [dict(zip(header, row, strict=True)) for row in table if row]


SOURCE = Source(
    name="merlin-abdct",
    title="Merlin abdominal CT",
    version="1.0.0",
    homepage="https://stanfordaimi.azurewebsites.net/datasets/60b9c7ff-877b-48ce-96c3-0194c8205c40",
    license="LicenseRef-Stanford-University-Dataset-Research-Use",
    access="agreement",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Blankemeier et al., Merlin, arXiv:2406.06512",
    cases=Files("**/merlin_data/{scan}.nii.gz"),
    join=[Table("reports_final.xlsx", parse={"study id": "{scan}"}, on="scan")],
    subject=NO_SUBJECT,
    study="{scan}",
    split=Term("{Split}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        Report("{Findings}", level="study"),
        Flags(
            names=FINDINGS,
            values={"1": "present", "0": "absent", "-1": "unknown", "": "unknown"},
            table=Table("zero_shot_findings_disease_cls.csv", form=labels, on="scan"),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/StanfordMIMI/Merlin documentation/download.md",
        'public code search for "reports_final.xlsx" (columns) and "merlin_labels.json"',
    ),
    verified="loader",
)
