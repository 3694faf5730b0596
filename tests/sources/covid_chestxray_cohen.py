"""covid-chestxray-dataset: findings as paths, CT among radiographs, rows still to do."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, names=("COVID-19 pneumonia", "no finding"))
HEADER = [
    "patientid", "offset", "sex", "age", "finding", "RT_PCR_positive", "survival", "intubated",
    "intubation_present", "went_icu", "in_icu", "needed_supplemental_O2", "extubated",
    "temperature", "pO2_saturation", "leukocyte_count", "neutrophil_count", "lymphocyte_count",
    "view", "modality", "date", "location", "folder", "filename", "doi", "url", "license",
    "clinical_notes", "other_notes", "",
]  # fmt: skip
ROWS = [
    ("2", "0", "Pneumonia/Viral/COVID-19", "PA", "X-ray", "images", "auntminnie-a.jpg"),
    ("2", "3", "Pneumonia/Viral/COVID-19", "AP Supine", "X-ray", "images", "auntminnie-b.jpg"),
    ("38", "", "Pneumonia/Bacterial/Streptococcus", "L", "X-ray", "images", "strep.lateral.jpg"),
    ("181", "", "No Finding", "PA", "X-ray", "images", "normal-1.png"),
    ("400", "", "todo", "AP", "X-ray", "images", "todo_1.png"),
    ("401", "", "Unknown", "PA", "X-ray", "images", "unknown_1.png"),
    ("7", "1", "Pneumonia/Viral/COVID-19", "Axial", "CT", "images", "covid-ct-7.jpg"),
    ("8", "1", "Pneumonia/Viral/COVID-19", "Axial", "CT", "volumes", "coronacases_org_001.nii.gz"),
]


def make(root: Path) -> None:
    top = root / "covid-chestxray-dataset"
    table = []
    for patient, offset, finding, view, modality, folder, name in ROWS:
        row = dict.fromkeys(HEADER, "")
        row |= {"patientid": patient, "offset": offset, "finding": finding, "view": view}
        row |= {"modality": modality, "folder": folder, "filename": name, "license": "CC BY"}
        row["clinical_notes"] = 'Fever, cough;\n"short" breath, for 3 days'
        table.append([row[column] for column in HEADER])
        if folder == "images":
            fake_image(top / folder / name, (64, 60))
    write_table(top / "metadata.csv", HEADER, table)
    (top / "volumes").mkdir()
    (top / "annotations").mkdir()
