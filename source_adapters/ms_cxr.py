"""MS-CXR: phrases of reports with the boxes that radiologists drew for them on MIMIC-CXR images.

A row is a box: a phrase may have two. Eight findings were looked for one phrase at a time, so what
has no box is not said to be absent. Pixels are those of the JPG of mimic-cxr-jpg. The whole set is
used to test phrase grounding: all its parts count as benchmark, and its patients should leave
MIMIC's training part. Version 1.0.0 has no split column and is not read.
"""

from gmai_data import Boxes, Caption, Source, Table

SOURCE = Source(
    name="ms-cxr",
    title="MS-CXR",
    version="1.1.0",
    homepage="https://physionet.org/content/ms-cxr/1.1.0/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    benchmark=("train", "val", "test"),
    derived_from=("mimic-cxr-jpg",),
    cite="Boecking et al., Making the most of text semantics, ECCV 2022",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Table(
        "MS_CXR_Local_Alignment_v1.1.0.csv",
        parse={"path": "files/p*/p{subject}/s{study}/{dicom}.jpg"},
        image="<mimic-cxr-jpg>/files/p*/p{subject}/s{study}/{dicom_id}.jpg",
    ),
    subject="{subject}",
    subject_space="mimic-cxr-jpg",
    study="{study}",
    split="{split}",
    labels=[
        Boxes(
            xywh=("{x}", "{y}", "{w}", "{h}"),
            size=("{image_width}", "{image_height}"),
            by="{category_name}",
            names={
                "Atelectasis": "atelectasis", "Cardiomegaly": "cardiomegaly",
                "Consolidation": "consolidation", "Edema": "pulmonary oedema",
                "Lung Opacity": "lung opacity", "Pleural Effusion": "pleural effusion",
                "Pneumonia": "pneumonia", "Pneumothorax": "pneumothorax",
            },
        ),
        Caption("{label_text}"),
    ],
    evidence=('public code search for "MS_CXR_Local_Alignment_v1.1.0.csv" (header, split)',),
    verified="loader",
)  # fmt: skip
