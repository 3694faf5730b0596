"""VinBigData: 15,000 chest radiographs of VinDr-CXR with 14 local findings boxed by three readers.

Image names are not those of VinDr-CXR, so the same film cannot be told in both. "No finding" is a
reader's word for none of the 14 and has no box. The test images have no labels and are not
declared. Some images are MONOCHROME1. Public copies of other sizes need other boxes.
"""

from gmai_data import NO_SUBJECT, Boxes, Class, Files, Source, Table

FINDINGS = {
    "Aortic enlargement": "aortic enlargement",
    "Atelectasis": "atelectasis",
    "Calcification": "calcification",
    "Cardiomegaly": "cardiomegaly",
    "Consolidation": "consolidation",
    "ILD": "interstitial lung disease",
    "Infiltration": "infiltration",
    "Lung Opacity": "lung opacity",
    "Nodule/Mass": "lung nodule or mass",
    "Other lesion": None,
    "Pleural effusion": "pleural effusion",
    "Pleural thickening": "pleural thickening",
    "Pneumothorax": "pneumothorax",
    "Pulmonary fibrosis": "pulmonary fibrosis",
}
ROWS = Table("train.csv", on="image_id")

SOURCE = Source(
    name="vinbigdata-chest-kaggle",
    title="VinBigData Chest X-ray Abnormalities Detection",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/vinbigdata-chest-xray-abnormalities-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    derived_from=("vindr-cxr",),
    cite="Nguyen et al., VinDr-CXR, Scientific Data 2022",
    cases=Files("train/{image_id}.dicom"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class_name}",
            names={**dict.fromkeys(FINDINGS), "No finding": "no finding"},
            table=ROWS,
            rater="{rad_id}",
        ),
        Boxes(
            xyxy=("{x_min}", "{y_min}", "{x_max}", "{y_max}"),
            by="{class_name}",
            names={**FINDINGS, "No finding": None},
            table=ROWS,
            rater="{rad_id}",
        ),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torchxrayvision/data/vinbigdata-train.csv.gz (class counts read)",
    ),
    verified="loader",
)
