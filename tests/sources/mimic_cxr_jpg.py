"""MIMIC-CXR-JPG: gzipped tables, a study with two views, reports in the other download."""

import gzip
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    annotations={"flags": 6, "report": 3},
    names=("pleural effusion",),
    absent=("pneumothorax",),
)
FLAGS = (
    "Atelectasis,Cardiomegaly,Consolidation,Edema,Enlarged Cardiomediastinum,Fracture,Lung Lesion,"
    "Lung Opacity,No Finding,Pleural Effusion,Pleural Other,Pneumonia,Pneumothorax,Support Devices"
)
IMAGES = (
    ("02aa804e-bde0afdd-112c0b34-7bc16630-4e384014", "10000032", "50414267", "PA", "train"),
    ("174413ec-4ec4c1f7-34ea26b7-c5f994f8-79ef1962", "10000032", "50414267", "LATERAL", "train"),
    ("68b5c4b1-227d0485-9cc38c3f-7b84ab51-4b472714", "10000764", "57375967", "AP LLD", "test"),
)
REPORT = """                                 FINAL REPORT
 FINDINGS:

 There is a small pleural effusion. No pneumothorax.

 IMPRESSION:

 Small pleural effusion.
"""


def _packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def make(root: Path) -> None:
    metadata = "dicom_id,subject_id,study_id,PerformedProcedureStepDescription,ViewPosition,Rows\n"
    splits = "dicom_id,study_id,subject_id,split\n"
    for image, subject, study, view, split in IMAGES:
        metadata += f"{image},{subject},{study},CHEST (PA AND LAT),{view},3056\n"
        splits += f"{image},{study},{subject},{split}\n"
        folder = root / "files" / f"p{subject[:2]}" / f"p{subject}" / f"s{study}"
        fake_image(folder / f"{image}.jpg", (60, 72), mode="L")
    _packed(root / "mimic-cxr-2.0.0-metadata.csv.gz", metadata)
    _packed(root / "mimic-cxr-2.0.0-split.csv.gz", splits)
    labels = f"subject_id,study_id,{FLAGS}\n"
    labels += "10000032,50414267,,,,,,,,,,1.0,,-1.0,0.0,\n"  # the other study has no labels
    _packed(root / "mimic-cxr-2.0.0-chexpert.csv.gz", labels)
    with ZipFile(root / "mimic-cxr-reports.zip", "w") as archive:
        for _, subject, study, _, _ in (IMAGES[0], IMAGES[2]):
            name = f"files/p{subject[:2]}/p{subject}/s{study}.txt"
            archive.writestr(ZipInfo(name), REPORT)
