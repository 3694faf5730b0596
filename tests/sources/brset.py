"""BRSET: a row per image with two eyes of a patient, a misspelt column and a stray value "bv"."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("moderate nonproliferative diabetic retinopathy", "drusen", "macular oedema"),
    absent=("drusen",),
)
HEADER = [
    "image_id", "patient_id", "camera", "patient_age", "comorbidities", "diabetes_time_y",
    "insuline", "patient_sex", "exam_eye", "diabetes", "nationality", "optic_disc", "vessels",
    "macula", "DR_SDRG", "DR_ICDR", "focus", "iluminaton", "image_field", "artifacts",
    "diabetic_retinopathy", "macular_edema", "scar", "nevus", "amd", "vascular_occlusion",
    "hypertensive_retinopathy", "drusens", "hemorrhage", "retinal_detachment", "myopic_fundus",
    "increased_cup_disc", "other", "quality",
]  # fmt: skip
SHARED = {
    "camera": "Canon CR", "patient_age": "48", "comorbidities": "diabetes1",
    "diabetes_time_y": "12", "insuline": "yes", "patient_sex": "1", "diabetes": "yes",
    "nationality": "Brazil", "optic_disc": "1", "vessels": "1", "macula": "1", "DR_SDRG": "0",
    "DR_ICDR": "0", "focus": "1", "iluminaton": "1", "image_field": "1", "artifacts": "1",
    "quality": "Adequate",
}  # fmt: skip
ROWS = [
    {"image_id": "img00001", "patient_id": "1", "exam_eye": "1", "DR_SDRG": "2", "DR_ICDR": "2",
     "macula": "2", "diabetic_retinopathy": "1", "macular_edema": "1"},
    {"image_id": "img00002", "patient_id": "1", "exam_eye": "2"},
    {"image_id": "img00003", "patient_id": "2", "exam_eye": "2", "optic_disc": "bv",
     "patient_age": "", "comorbidities": "", "diabetes_time_y": "", "drusens": "1",
     "quality": "Inadequate"},
]  # fmt: skip


def make(root: Path) -> None:
    rows = [[{**SHARED, **row}.get(column, "0") for column in HEADER] for row in ROWS]
    top = root / "physionet.org" / "files" / "brazilian-ophthalmological" / "1.0.1"
    write_table(top / "labels_brset.csv", HEADER, rows)
    for row in ROWS:
        fake_image(top / "fundus_photos" / f"{row['image_id']}.jpg", (64, 56))
