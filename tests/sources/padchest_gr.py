from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

# Boxes are parts of the image; a sentence without a finding has no boxes key at all, a finding
# may have none, and one label may have several. Split and patient stand in the other table, a row
# per study and label.
EXPECTED = Expected(
    cases=3, subjects=2, splits={"test": 1, "train": 2}, names=("pleural effusion",)
)


def make(root: Path) -> None:
    effusion = {
        "sentence_en": "Small right pleural effusion.",
        "sentence_es": "Pequeño derrame pleural derecho.", "abnormal": True,
        "boxes": [[0.1, 0.5, 0.4, 0.9]], "extra_boxes": [], "labels": ["pleural effusion"],
        "locations": ["right"], "progression": None,
    }  # fmt: skip
    nodules = {
        "sentence_en": "Two nodules in both lungs.", "sentence_es": "Dos nódulos pulmonares.",
        "abnormal": True, "boxes": [[0.1, 0.1, 0.2, 0.2], [0.6, 0.1, 0.7, 0.2]],
        "extra_boxes": [[0.05, 0.05, 0.25, 0.25]], "labels": ["nodule"],
        "locations": ["lung field"], "progression": "stable",
    }  # fmt: skip
    normal = {
        "sentence_en": "No cardiomegaly.", "sentence_es": "Sin cardiomegalia.", "abnormal": False,
        "labels": ["cardiomegaly"], "boxes": [],
    }  # fmt: skip
    studies = [("1001", "1001_02-094-102.png", "7001", "train", [effusion, normal]),
               ("1002", "1002_02-089-127.png", "7001", "train", [normal]),
               ("1003", "1003_00-001-001.png", "7002", "test", [nodules, effusion])]  # fmt: skip
    write_json(
        root / "grounded_reports_20240819.json",
        [
            {"StudyID": study, "ImageID": image, "PreviousStudyID": None, "findings": findings}
            for study, image, _, _, findings in studies
        ],
    )
    write_table(
        root / "master_table.csv",
        ["StudyID", "ImageID", "PatientID", "split", "label", "label_group", "study_is_benchmark"],
        [
            (study, image, patient, split, label, label, "False")
            for study, image, patient, split, findings in studies
            for finding in findings
            for label in finding.get("labels", ["Normal"])
        ],
    )
    for _, image, *_ in studies:
        fake_image(root / f"Padchest_GR_files/PadChest_GR/{image}", mode="I;16")
