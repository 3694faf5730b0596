"""PadChest: a folder per number of archive, a first column without a name, lists in cells."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=6,
    subjects=5,
    names=("cardiomegaly", "pleural effusion", "pneumonia"),
)
HEADER = [
    "", "ImageID", "ImageDir", "StudyDate_DICOM", "StudyID", "PatientID", "PatientBirth",
    "PatientSex_DICOM", "ViewPosition_DICOM", "Projection", "MethodProjection", "Pediatric",
    "ReportID", "Report", "MethodLabel", "Labels", "Localizations",
    "LabelsLocalizationsBySentence", "labelCUIS", "LocalizationsCUIS",
]  # fmt: skip
STUDY = "20536686640136348236148679891455886468"
IMAGES = (  # image, folder, patient, projection, report, labels
    (f"{STUDY}_k6ga29.png", 0, "84477202", "PA", "sin hallazg patolog .", "['normal']"),
    (f"{STUDY}_k6ga30.png", 0, "84477202", "L", "sin hallazg patolog .", "['normal']"),
    ("216840111366964012283393834152009027160348352_00-014-087.png", 14, "91130105", "AP",
     "cardiomegali . derram pleural .", "['cardiomegaly', ' pleural effusion ']"),
    ("135803415504923515076821959678074435083_fzis7a.png", 54, "60133305", "PA",
     "neumoni basal derech .", "['pneumonia', '', ' unchanged']"),
    ("135803415504923515076821959678074435083_fzis7c.png", 54, "60133307", "PA", "", "nan"),
    ("135803415504923515076821959678074435083_fzis7d.png", 54, "60133308", "PA", "",
     "['exclude', 'normal']"),
    ("135803415504923515076821959678074435083_fzis7e.png", 54, "60133309", "EXCLUDE", "",
     "['normal']"),
    ("135803415504923515076821959678074435083_fzis7b.png", 54, "60133306", "PA", "", ""),
)  # fmt: skip


def make(root: Path) -> None:
    rows = []
    for n, (image, folder, patient, projection, report, labels) in enumerate(IMAGES):
        fake_image(root / str(folder) / image, (56, 64), mode="I;16")
        study = image.split("_")[0]
        rows.append(
            [n, image, folder, 20140915, study, patient, 1930.0, "F", "POSTEROANTERIOR",
             projection, "Manual review of DICOM fields", "No", 4765777 + n, report, "Physician",
             labels, "[]", "[]", "[]", "[]"]
        )  # fmt: skip
    write_table(root / "PADCHEST_chest_x_ray_images_labels_160K_01.02.19.csv", HEADER, rows)
