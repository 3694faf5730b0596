"""RSNA Pneumonia Detection 2018: chest radiographs with boxes of lung opacity, and three classes.

Images are a part of NIH ChestX-ray14: which, and so which patient, tells a file on the challenge's
page, `pneumonia-challenge-dataset-mappings_2018.json`; put it beside the tables. An image has a row
per box; one without a box has a row with blank cells. "No Lung Opacity / Not Normal" is neither
normal nor opacity.
"""

from gmai_data import ABSENT, Boxes, Class, DicomSeries, First, Records, Source, Table

MAPPING = "pneumonia-challenge-dataset-mappings_2018.json"

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
    join=[
        Records(
            f"**/{MAPPING}",
            parse={"subset_img_id": "{patientId}", "img_id": "{nih:08d}_{shot:03d}.png"},
            on="patientId",
            optional=True,
        )
    ],
    subject=First("{nih}", "{patientId}"),
    subject_space="nih-chestxray14",
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
        'public code search for "pneumonia-challenge-dataset-mappings_2018" (fields)',
    ),
    verified="loader",
    pixels_checked="NIH Clinical Center, before the release of ChestX-ray14",
)
