"""BRAX: chest radiographs of a Brazilian hospital, 14 observations read from Portuguese reports.

1, 0, -1 and blank are present, absent, uncertain and not mentioned, as in CheXpert; labels belong
to the report, which is of an examination (accession number, made at random: told with the patient).
The first column of the table is a row number without a name. The PNG tree is read; the DICOM tree
holds the same images.
"""

import re

from gmai_data import CHEXPERT, First, Flags, Source, Table, Term

SOURCE = Source(
    name="brax",
    title="BRAX",
    version="1.1.0",
    homepage="https://physionet.org/content/brax/1.1.0/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    send_to_api=False,
    cite="Reis et al., BRAX, Brazilian labeled chest x-ray dataset, Scientific Data 2022",
    cases=Table(
        First("master_spreadsheet_update.csv", "master_spreadsheet.csv"), image="{PngPath}"
    ),
    subject="{PatientID}",
    study="{PatientID}-{AccessionNumber}",
    view=Term(
        "{ViewPosition}",
        {
            "PA": "PA",
            "AP": "AP",
            "L": "lateral",
            "LL": "lateral",
            "RL": "lateral",
            "LATERAL": "lateral",
            re.compile(".*"): None,
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
        'public code search for "master_spreadsheet_update.csv"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BRAX.md (columns, views)",
    ),
    verified="loader",
)
