"""RSNA Pneumonia Detection 2018: chest radiographs with boxes of lung opacity, and three classes.

Images are a part of NIH ChestX-ray14. An image has a row per box; one without a box has a row with
blank cells. "No Lung Opacity / Not Normal" is neither normal nor opacity.
"""

from gmai_data import ABSENT, Boxes, Class, DicomSeries, Source, Table

SOURCE = Source(
    name="rsna-pneumonia",
    title="RSNA Pneumonia Detection Challenge 2018",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/rsna-pneumonia-detection-challenge",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    commercial=False,
    derived_from=("nih-chestxray14",),
    cases=DicomSeries("stage_2_train_images/{patientId}.dcm", by=None),
    subject="{patientId}",
    labels=[
        Class(
            "{class}",
            names={
                "Normal": "normal chest radiograph",
                "Lung Opacity": "lung opacity",
                "No Lung Opacity / Not Normal": None,
            },
            table=Table("stage_2_detailed_class_info.csv", on="patientId"),
        ),
        Boxes(
            xywh=("{x}", "{y}", "{width}", "{height}"),
            name="lung opacity",
            table=Table("stage_2_train_labels.csv", on="patientId"),
            empty=ABSENT,
        ),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torchxrayvision/data/kaggle_stage_2_train_labels.csv.zip (header read)",
    ),
    verified="loader",
    pixels_checked="NIH Clinical Center, before the release of ChestX-ray14",
)
