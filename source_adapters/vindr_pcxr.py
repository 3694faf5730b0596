"""VinDr-PCXR (PediCXR): chest radiographs of children, 15 diagnoses and boxes of 36 findings.

One reader per image. Names keep the misspellings of the release ("Brocho-pneumonia", "Diffuse
aveolar opacity", "Paraveterbral mass"). "No finding" is the reader's word for none of the list.
Tables lie beside the folders, not in `annotations/`, and also hold sex and age, which are not read.
Files end in `.dicom`. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Files, Flags, Source, Table

LABELS = Table("image_labels_{split:train|test}.csv", on=("split", "image_id"))

SOURCE = Source(
    name="vindr-pcxr",
    title="VinDr-PCXR",
    version="1.0.0",
    homepage="https://physionet.org/content/vindr-pcxr/1.0.0/",
    license="LicenseRef-PhysioNet-Restricted-1.5.0",
    access="agreement",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    cite="Pham et al., PediCXR, Scientific Data 2023",
    cases=Files("{split:train|test}/{image_id}.dicom"),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Flags(
            names={
                "Bronchitis": "bronchitis",
                "Brocho-pneumonia": "bronchopneumonia",
                "Other disease": None,
                "Bronchiolitis": "bronchiolitis",
                "Situs inversus": "situs inversus",
                "Pneumonia": "pneumonia",
                "Pleuro-pneumonia": "pleuropneumonia",
                "Diagphramatic hernia": "diaphragmatic hernia",
                "Tuberculosis": "tuberculosis",
                "Congenital emphysema": "congenital emphysema",
                "CPAM": "congenital pulmonary airway malformation",
                "Hyaline membrane disease": "hyaline membrane disease",
                "Mediastinal tumor": "mediastinal tumour",
                "Lung tumor": "lung tumour",
            },
            table=LABELS,
            rater="{rad_ID}",
        ),
        Flags(
            names={"No finding": "no finding"},
            values={"1": "present", "0": "unknown"},
            table=LABELS,
            rater="{rad_ID}",
        ),
        Boxes(
            xyxy=("{x_min}", "{y_min}", "{x_max}", "{y_max}"),
            by="{class_name}",
            names={
                "Anterior mediastinal mass": "anterior mediastinal mass",
                "Aortic enlargement": "aortic enlargement",
                "Atelectasis": "atelectasis",
                "Boot-shaped heart": "boot-shaped heart",
                "Bronchectasis": "bronchiectasis",
                "Bronchial thickening": "bronchial thickening",
                "Calcification": "calcification",
                "Cardiomegaly": "cardiomegaly",
                "Chest wall mass": "chest wall mass",
                "Clavicle fracture": "clavicle fracture",
                "Consolidation": "consolidation",
                "Dextro cardia": "dextrocardia",
                "Diffuse aveolar opacity": "diffuse alveolar opacity",
                "Edema": "pulmonary oedema",
                "Egg on string sign": "egg-on-a-string sign",
                "Emphysema": "emphysema",
                "Enlarged PA": "enlarged pulmonary artery",
                "Expanded edges of the anterior ribs": "expanded anterior rib ends",
                "Infiltration": "infiltration",
                "Interstitial lung disease - ILD": "interstitial lung disease",
                "Intrathoracic digestive structure": "intrathoracic digestive structure",
                "Lung cavity": "cavity",
                "Lung cyst": "lung cyst",
                "Lung hyperinflation": "hyperinflated lungs",
                "Mediastinal shift": "mediastinal shift",
                "No finding": None,
                "Other lesion": None,
                "Other nodule/mass": "lung nodule or mass",
                "Other opacity": "lung opacity",
                "Paraveterbral mass": "paravertebral mass",
                "Peribronchovascular interstitial opacity": (
                    "peribronchovascular interstitial opacity"
                ),
                "Pleural effusion": "pleural effusion",
                "Pleural thickening": "pleural thickening",
                "Pneumothorax": "pneumothorax",
                "Pulmonary fibrosis": "pulmonary fibrosis",
                "Reticulonodular opacity": "reticulonodular opacity",
                "Stomach on the right side": "right-sided stomach",
            },
            table=Table("annotations_{split:train|test}.csv", on=("split", "image_id")),
            rater="{rad_ID}",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "image_labels_train.csv / vindr-pcxr"',
        'public loader code with all class names (search for "Paraveterbral mass"): folders, '
        "no PatientID in the headers, access by registration and agreement",
    ),
    verified="loader",
)
