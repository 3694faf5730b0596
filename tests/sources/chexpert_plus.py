from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

# Paths of the table end in .jpg, the files in .png; most rows have an impression only.
EXPECTED = Expected(cases=4, subjects=3, splits={"train": 3, "val": 1}, annotations={"report": 4})

COLUMNS = [
    "path_to_image",
    "path_to_dcm",
    "frontal_lateral",
    "ap_pa",
    "deid_patient_id",
    "patient_report_date_order",
    "report",
    "section_narrative",
    "section_clinical_history",
    "section_history",
    "section_comparison",
    "section_technique",
    "section_procedure_comments",
    "section_findings",
    "section_impression",
    "section_end_of_impression",
    "section_summary",
    "section_accession_number",
    "age",
    "sex",
    "race",
    "ethnicity",
    "interpreter_needed",
    "insurance_type",
    "recent_bmi",
    "deceased",
    "split",
]

ROWS = [
    ("train/patient42142/study5/view1_frontal.jpg", "Frontal", "AP", "patient42142",
     "The heart is enlarged. No pneumothorax.", "1. Cardiomegaly without oedema.", "train"),
    ("train/patient42142/study5/view2_lateral.jpg", "Lateral", "", "patient42142",
     "The heart is enlarged. No pneumothorax.", "1. Cardiomegaly without oedema.", "train"),
    ("train/patient00007/study1/view1_frontal.jpg", "Frontal", "PA", "patient00007", "",
     "No acute\ncardiopulmonary disease.", "train"),
    ("valid/patient64541/study1/view1_frontal.jpg", "Frontal", "AP", "patient64541", "",
     "Right lower lobe consolidation.", "valid"),
]  # fmt: skip


def make(root: Path) -> None:
    rows = []
    for at, (path, side, view, patient, findings, impression, split) in enumerate(ROWS):
        cells = {
            "path_to_image": path, "path_to_dcm": path.replace(".jpg", ".dcm"),
            "frontal_lateral": side, "ap_pa": view, "deid_patient_id": patient,
            "patient_report_date_order": "1", "report": f"NARRATIVE: {findings} {impression}",
            "section_findings": findings, "section_impression": impression, "age": "61.0",
            "sex": "Female", "race": "Unknown", "split": split,
        }  # fmt: skip
        rows.append([at, *(cells.get(name, "") for name in COLUMNS)])
        fake_image(root / "PNG/PNG" / path.replace(".jpg", ".png"), mode="L")
    write_table(root / "df_chexpert_plus_240401.csv", ["", *COLUMNS], rows)
