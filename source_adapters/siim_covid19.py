"""SIIM-FISABIO-RSNA COVID-19: chest radiographs with appearance by study and boxes of opacity.

Ids end in `_study` and `_image`. The appearance holds for the study, which may have several images,
some of them repeated; boxes hold for one image, and one without a box has none in a study that may
well be positive: that says nothing. "Negative for Pneumonia" means that no opacity was seen. The
patient is in the DICOM header. Images are of BIMCV and MIDRC-RICORD. `test` has no labels.
"""

from gmai_data import UNKNOWN, Boxes, DicomSeries, Flags, Source, Table

SOURCE = Source(
    name="siim-covid19",
    title="SIIM-FISABIO-RSNA COVID-19 Detection",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/siim-covid19-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    derived_from=("bimcv-covid19",),
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    commercial=False,
    cite="Lakhani et al., The 2021 SIIM-FISABIO-RSNA COVID-19 challenge, JDI 2023",
    cases=DicomSeries("train/{study}/{series}/{sop}.dcm", by=None),
    subject="{PatientID}",
    study="{study}",
    labels=[
        Flags(
            names={
                "Typical Appearance": "typical COVID-19 appearance",
                "Indeterminate Appearance": "indeterminate COVID-19 appearance",
                "Atypical Appearance": "atypical COVID-19 appearance",
            },
            table=Table("train_study_level.csv", parse={"id": "{study}_study"}, on="study"),
            level="study",
        ),
        Flags(
            names={"Negative for Pneumonia": "pneumonia"},
            values={"1": "absent", "0": "unknown"},
            table=Table("train_study_level.csv", parse={"id": "{study}_study"}, on="study"),
            level="study",
        ),
        Boxes(
            xywh=("{x}", "{y}", "{width}", "{height}"),
            name="lung opacity",
            table=Table("train_image_level.csv", parse={"id": "{sop}_image"}, on="sop"),
            each="boxes/*",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "train_study_level.csv"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "SIIM-FISABIO-RSNA.md",
    ),
    verified="loader",
)
