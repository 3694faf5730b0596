"""Merlin: CT with the findings of its report, and thirty findings mentioned, denied or neither."""

from pathlib import Path

from gmai_data.testing import Expected, write_table, write_xlsx
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    names=("pleural effusion", "ascites"),
    absent=("ascites",),
)
FINDINGS = (
    "submucosal_edema", "renal_hypodensities", "aortic_valve_calcification",
    "coronary_calcification", "thrombosis", "metastatic_disease", "pancreatic_atrophy",
    "renal_cyst", "osteopenia", "surgically_absent_gallbladder", "atelectasis",
    "abdominal_aortic_aneurysm", "anasarca", "hiatal_hernia", "lymphadenopathy",
    "prostatomegaly", "biliary_ductal_dilation", "cardiomegaly", "splenomegaly", "hepatomegaly",
    "atherosclerosis", "ascites", "pleural_effusion", "hepatic_steatosis", "appendicitis",
    "gallstones", "hydronephrosis", "bowel_obstruction", "free_air", "fracture",
)  # fmt: skip
TEXT = "Lower thorax: Small left pleural effusion. Liver: Normal. No ascites."


def make(root: Path) -> None:
    """-1 is not mentioned; the name of the column has a blank."""
    base = root / "merlinabdominalctdataset"
    reports, labels = [], []
    for study, split, present, absent in (
        ("AC4213c24", "train", "pleural_effusion", "ascites"),
        ("AC4213c2f", "val", "ascites", "free_air"),
        ("AC4214a01", "test", "gallstones", "hydronephrosis"),
    ):
        write_pair(base / "merlin_data" / f"{study}.nii.gz", None, {})
        reports.append([study, split, 0, TEXT])
        labels.append([study, *(1 if f == present else 0 if f == absent else -1 for f in FINDINGS)])
    write_xlsx(base / "reports_final.xlsx", ["study id", "Split", "Few shot", "Findings"], reports)
    write_table(base / "zero_shot_findings_disease_cls.csv", ["study id", *FINDINGS], labels)
