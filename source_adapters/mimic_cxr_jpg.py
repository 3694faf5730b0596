"""MIMIC-CXR-JPG: chest radiographs of one hospital, 14 observations and a report for each study.

Labels and reports belong to the study, images to a `dicom_id`: the tables are joined. The reports
are in another download (`mimic-cxr-reports.zip` of MIMIC-CXR); without it the text is unknown.
Credentialed data: the agreement forbids to share them, also with a third party's model.
"""

import re

from gmai_data import CHEXPERT, UNKNOWN, Flags, Report, Source, Table, Term

SOURCE = Source(
    name="mimic-cxr-jpg",
    title="MIMIC-CXR-JPG",
    version="2.0.0",
    homepage="https://physionet.org/content/mimic-cxr-jpg/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    cases=Table(
        "mimic-cxr-2.0.0-metadata.csv.gz", image="files/p*/p{subject_id}/s{study_id}/{dicom_id}.jpg"
    ),
    join=[Table("mimic-cxr-2.0.0-split.csv.gz", on="dicom_id")],
    subject="{subject_id}",
    study="{study_id}",
    split=Term("{split}", {"train": "train", "validate": "val", "test": "test"}),
    view=Term(
        "{ViewPosition}",
        {
            "PA": "PA",
            "AP": "AP",
            "LATERAL": "lateral",
            "LL": "lateral",
            # decubitus, oblique, swimmer's and blank: a handful each
            re.compile(".*"): None,
        },
    ),
    labels=[
        Flags(
            names={
                "Atelectasis": "atelectasis",
                "Cardiomegaly": "cardiomegaly",
                "Consolidation": "consolidation",
                "Edema": "pulmonary oedema",
                "Enlarged Cardiomediastinum": "enlarged cardiomediastinum",
                "Fracture": "fracture",
                "Lung Lesion": "lung lesion",
                "Lung Opacity": "lung opacity",
                "No Finding": "no finding",
                "Pleural Effusion": "pleural effusion",
                "Pleural Other": "other pleural abnormality",
                "Pneumonia": "pneumonia",
                "Pneumothorax": "pneumothorax",
                "Support Devices": "support device",
            },
            values=CHEXPERT,
            table=Table("mimic-cxr-2.0.0-chexpert.csv.gz", on=("subject_id", "study_id")),
            level="study",
            missing=UNKNOWN,
        ),
        Report(
            "mimic-cxr-reports.zip!files/p*/p{subject_id}/s{study_id}.txt",
            sections={"findings": "FINDINGS:", "impression": "IMPRESSION:"},
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        'public code search for "mimic-cxr-2.0.0-split.csv"',
    ),
    verified="loader",
)
