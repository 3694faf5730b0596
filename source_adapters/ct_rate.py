"""CT-RATE: chest CT with eighteen abnormalities and a report per scan.

Reconstructions of a scan share its report and labels, which a language model read from the report:
they hold for the study. `*_fixed` volumes carry the right intensity and spacing; without them the
plain ones are read as they are. Tables say "validation", folders "valid". Column names of the
reports are from memory.
"""

from gmai_data import UNKNOWN, Files, First, Flags, Report, Source, Table, Term

ABNORMALITIES = {
    "Medical material": "medical material",
    "Arterial wall calcification": "arterial wall calcification",
    "Cardiomegaly": "cardiomegaly",
    "Pericardial effusion": "pericardial effusion",
    "Coronary artery wall calcification": "coronary artery calcification",
    "Hiatal hernia": "hiatal hernia",
    "Lymphadenopathy": "lymphadenopathy",
    "Emphysema": "emphysema",
    "Atelectasis": "atelectasis",
    "Lung nodule": "lung nodule",
    "Lung opacity": "lung opacity",
    "Pulmonary fibrotic sequela": "pulmonary fibrotic sequela",
    "Pleural effusion": "pleural effusion",
    "Mosaic attenuation pattern": "mosaic attenuation",
    "Peribronchial thickening": "peribronchial thickening",
    "Consolidation": "consolidation",
    "Bronchiectasis": "bronchiectasis",
    "Interlobular septal thickening": "interlobular septal thickening",
}

SOURCE = Source(
    name="ct-rate",
    title="CT-RATE",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/ibrahimhamamci/CT-RATE",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cite="Hamamci et al., CT-RATE, arXiv:2403.17834",
    cases=Files(
        First(
            "dataset/{set:train|valid}_fixed/{patient}/{scan}/{VolumeName}",
            "dataset/{set:train|valid}/{patient}/{scan}/{VolumeName}",
        ),
        where={"VolumeName": r".*\.nii\.gz"},
    ),
    subject="{patient}",
    study="{scan}",
    split=Term("{set}", {"train": "train", "valid": "test"}),
    labels=[
        Flags(
            names=ABNORMALITIES,
            table=Table(
                "dataset/multi_abnormality_labels/{:train|valid}_predicted_labels.csv",
                on="VolumeName",
            ),
            level="study",
        ),
        Report(
            sections={"findings": "{Findings_EN}", "impression": "{Impressions_EN}"},
            table=Table(
                "dataset/radiology_text_reports/{:train|validation}_reports.csv",
                on="VolumeName",
            ),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CT-RATE.md",
        "https://github.com/f10409/RadHarmony docs/wiki/datasets/ct_rate.md",
    ),
    verified="loader",
)
