"""BRAX: one spreadsheet for DICOM and PNG, flags as in CheXpert, two views of a study."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("no finding", "cardiomegaly", "support device"),
    absent=("pneumothorax",),
)
FINDINGS = [
    "No Finding", "Enlarged Cardiomediastinum", "Cardiomegaly", "Lung Lesion", "Lung Opacity",
    "Edema", "Consolidation", "Pneumonia", "Atelectasis", "Pneumothorax", "Pleural Effusion",
    "Pleural Other", "Fracture", "Support Devices",
]  # fmt: skip
FOUND = [
    ("1a2b3c", "11111", "222", "PA", {"Cardiomegaly": "1.0", "Pneumothorax": "0.0"}),
    ("1a2b3c", "11111", "333", "L", {"Cardiomegaly": "1.0", "Pneumothorax": "0.0"}),
    ("9f8e7d", "44444", "555", "AP", {"No Finding": "1.0", "Support Devices": "1.0",
                                      "Edema": "-1.0"}),
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "brax" / "1.1.0"
    rows = []
    for patient, study, series, view, flags in FOUND:
        uid = f"1.2.826.0.1.{study}.{series}"
        path = f"id_{patient}/Study_1.2.826.{study}/Series_1.2.826.{series}/image-{uid}"
        png = f"images/{path}.png"
        fake_image(top / png, (66, 60), mode="L")
        rows.append([
            len(rows), f"Anonymized_DICOMs/{path}.dcm", png, patient, "M", "80 or more",
            f"acc{study}", "20080715", *(flags.get(name, "") for name in FINDINGS), view, 2330,
            2846, "Philips",
        ])  # fmt: skip
    header = [
        "", "DicomPath", "PngPath", "PatientID", "PatientSex", "PatientAge", "AccessionNumber",
        "StudyDate", *FINDINGS, "ViewPosition", "Rows", "Columns", "Manufacturer",
    ]  # fmt: skip
    write_table(top / "master_spreadsheet_update.csv", header, rows)
