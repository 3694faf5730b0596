"""NIH ChestX-ray14: chest radiographs with labels mined from their reports, and 984 drawn boxes.

The headers hold commas inside brackets, so the columns are named here. "No Finding" says that none
of the 14 was mentioned, not that the radiograph is normal. The box list says "Infiltrate" where the
labels say "Infiltration"; it covers a small part of the images, so no box says nothing.
"""

from gmai_data import UNKNOWN, Boxes, Class, First, Source, Table, Term

NAMES = {
    "Atelectasis": "atelectasis",
    "Cardiomegaly": "cardiomegaly",
    "Consolidation": "consolidation",
    "Edema": "pulmonary oedema",
    "Effusion": "pleural effusion",
    "Emphysema": "emphysema",
    "Fibrosis": "pulmonary fibrosis",
    "Hernia": "hiatal hernia",
    "Infiltration": "infiltration",
    "Mass": "lung mass",
    "No Finding": "no finding",
    "Nodule": "lung nodule",
    "Pleural_Thickening": "pleural thickening",
    "Pneumonia": "pneumonia",
    "Pneumothorax": "pneumothorax",
}

SOURCE = Source(
    name="nih-chestxray14",
    title="NIH ChestX-ray14",
    version="1.0.0",
    homepage="https://nihcc.app.box.com/v/ChestXray-NIHCC",
    license="LicenseRef-NIH-open",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    benchmark=("test",),
    cases=Table(
        First("Data_Entry_2017_v2020.csv", "Data_Entry_2017.csv"),
        skip=1,
        header=[
            "Image Index", "Finding Labels", "Follow-up #", "Patient ID", "Patient Age",
            "Patient Gender", "View Position", "Width", "Height", "Spacing x", "Spacing y",
        ],
        image="images_*.tar.gz!images/{Image Index}",
    ),
    join=[Table("{list:train_val|test}_list.txt", header=["Image Index"], on="Image Index")],
    subject="{Patient ID}",
    study="{Patient ID}-{Follow-up #}",
    split=Term("{list}", {"train_val": "train", "test": "test"}),
    view=Term("{View Position}", {"PA": "PA", "AP": "AP"}),
    labels=[
        Class("{Finding Labels}", sep="|", names=NAMES, level="study"),
        Boxes(
            xywh=("{x}", "{y}", "{w}", "{h}"),
            size=(1024, 1024),
            by="{Finding Label}",
            names={**NAMES, "Infiltrate": "infiltration"},
            table=Table(
                "BBox_List_2017.csv",
                skip=1,
                header=["Image Index", "Finding Label", "x", "y", "w", "h"],
                on="Image Index",
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torchxrayvision/data/Data_Entry_2017_v2020.csv.gz (header read)",
    ),
    verified="loader",
)  # fmt: skip
