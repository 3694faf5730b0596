"""VinDr-CXR: chest radiographs with 28 findings and boxes by three readers or their consensus.

Each train image has three rows, one per reader; the test tables have no reader. "No finding" is a
reader's word for none of the list. What is none of the 28 is called "Other diseases" in train and
"Other disease" in test, and not read. Some images are MONOCHROME1. The files end in `.dicom`. The
middle of the class list is from memory.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Files, First, Flags, Source, Table

LOCAL = {
    "Aortic enlargement": "aortic enlargement",
    "Atelectasis": "atelectasis",
    "Calcification": "calcification",
    "Cardiomegaly": "cardiomegaly",
    "Clavicle fracture": "clavicle fracture",
    "Consolidation": "consolidation",
    "Edema": "pulmonary oedema",
    "Emphysema": "emphysema",
    "Enlarged PA": "enlarged pulmonary artery",
    "ILD": "interstitial lung disease",
    "Infiltration": "infiltration",
    "Lung Opacity": "lung opacity",
    "Lung cavity": "cavity",
    "Lung cyst": "lung cyst",
    "Mediastinal shift": "mediastinal shift",
    "Nodule/Mass": "lung nodule or mass",
    "Pleural effusion": "pleural effusion",
    "Pleural thickening": "pleural thickening",
    "Pneumothorax": "pneumothorax",
    "Pulmonary fibrosis": "pulmonary fibrosis",
    "Rib fracture": "rib fracture",
    "Other lesion": None,
}
LABELS = Table("annotations/image_labels_{split:train|test}.csv", on=("split", "image_id"))
READER = First("{rad_id}", "consensus")

SOURCE = Source(
    name="vindr-cxr",
    title="VinDr-CXR",
    version="1.0.0",
    homepage="https://physionet.org/content/vindr-cxr/1.0.0/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    cases=Files("{split:train|test}/{image_id}.dicom"),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Flags(
            names={
                **LOCAL,
                "COPD": "chronic obstructive pulmonary disease",
                "Lung tumor": "lung tumour",
                "Pneumonia": "pneumonia",
                "Tuberculosis": "tuberculosis",
            },
            table=LABELS,
            rater=READER,
        ),
        Flags(
            names={"No finding": "no finding"},
            values={"1": "present", "0": "unknown"},
            table=LABELS,
            rater=READER,
        ),
        Boxes(
            xyxy=("{x_min}", "{y_min}", "{x_max}", "{y_max}"),
            by="{class_name}",
            names={**LOCAL, "No finding": None},
            table=Table("annotations/annotations_{split:train|test}.csv", on=("split", "image_id")),
            rater=READER,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "image_labels_train.csv", also an inventory of a whole copy: '
        "columns of the four tables, counts, empty patient ids",
    ),
    verified="loader",
)
