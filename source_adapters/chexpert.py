"""CheXpert: chest radiographs of Stanford, 14 observations read from each study's report.

1, 0, -1 and blank are present, absent, uncertain and not mentioned. Labels belong to the study, not
to one view. The table's paths begin with the name of the copy (`CheXpert-v1.0-small/…`), which may
differ from the folder on disk. "No Finding" says that none of the others is present or uncertain.
"""

import re

from gmai_data import CHEXPERT, First, Flags, Source, Table, Term

SOURCE = Source(
    name="chexpert",
    title="CheXpert",
    version="1.0.0",
    homepage="https://stanfordmlgroup.github.io/competitions/chexpert/",
    license="LicenseRef-Stanford-Research-Use",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    cases=Table(
        "{set:train|valid}.csv",
        parse={"Path": "*/{set}/{patient}/{study}/{view}.jpg"},
        image=First("{set}/{patient}/{study}/{view}.jpg", "*/{patient}/{study}/{view}.jpg"),
    ),
    subject="{patient}",
    study="{patient}-{study}",
    split=Term("{set}", {"train": "train", "valid": "val"}),
    view=Term(
        "{Frontal/Lateral} {AP/PA}",
        {
            "Frontal AP": "AP",
            "Frontal PA": "PA",
            re.compile("Frontal.*"): "frontal",
            re.compile("Lateral.*"): "lateral",
        },
    ),
    labels=[
        Flags(
            names={
                "No Finding": "no finding",
                "Enlarged Cardiomediastinum": "enlarged cardiomediastinum",
                "Cardiomegaly": "cardiomegaly",
                "Lung Opacity": "lung opacity",
                "Lung Lesion": "lung lesion",
                "Edema": "pulmonary oedema",
                "Consolidation": "consolidation",
                "Pneumonia": "pneumonia",
                "Atelectasis": "atelectasis",
                "Pneumothorax": "pneumothorax",
                "Pleural Effusion": "pleural effusion",
                "Pleural Other": "other pleural abnormality",
                "Fracture": "fracture",
                "Support Devices": "support device",
            },
            values=CHEXPERT,
            level="study",
        )
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "torchxrayvision/data/chexpert_train.csv.gz (header read)",
    ),
    verified="loader",
)
