"""RSNA-STR 2020: pulmonary embolism on CT pulmonary angiograms, per image and per examination.

The table has a row per image; its columns on the examination repeat on every row. Sides, chronic
disease and the ratio of the ventricles are given for examinations with an embolism only, so a zero
there is unknown. An image without embolism says nothing in an indeterminate examination. Notes on
quality are not read. There is no patient id: the examination stands for the patient. The test set
has no public labels.
"""

from gmai_data import UNKNOWN, DicomSeries, Flags, Source, Table

EXAM = Table(
    "train.csv",
    parse={
        "StudyInstanceUID": "{exam}",
        "SeriesInstanceUID": "{series}",
        "SOPInstanceUID": "{instance}",
    },
    on=("exam", "series", "instance"),
)

SOURCE = Source(
    name="rsna-str-pe-2020",
    title="RSNA-STR Pulmonary Embolism Detection 2020 (RSPECT)",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/rsna-str-pulmonary-embolism-detection",
    license="LicenseRef-RSNA-2020",
    access="registration",
    commercial=False,
    benchmark=("test",),
    modality="CT",
    sequence="CT angiography",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="mediastinum",
    cite="Colak et al., Radiology: AI 2021, doi:10.1148/ryai.2021200254",
    cases=DicomSeries("{set:train|test}/{exam}/{series}/{instance}.dcm"),
    subject="{exam}",
    study="{exam}",
    split="{set}",
    labels=[
        Flags(
            names={"pe_present_on_image": "pulmonary embolism"},
            table=EXAM,
            where={"indeterminate": "0"},
            missing=UNKNOWN,
        ),
        Flags(
            names={"negative_exam_for_pe": "pulmonary embolism"},
            values={"1": "absent", "0": "unknown"},
            table=EXAM,
            level="study",
            missing=UNKNOWN,
        ),
        Flags(
            names={
                "central_pe": "central pulmonary embolism",
                "leftsided_pe": "left-sided pulmonary embolism",
                "rightsided_pe": "right-sided pulmonary embolism",
                "chronic_pe": "chronic pulmonary embolism",
                "acute_and_chronic_pe": "acute on chronic pulmonary embolism",
                "rv_lv_ratio_gte_1": "right ventricular dilatation",
            },
            values={"1": "present", "0": "unknown"},
            table=EXAM,
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/f10409/RadHarmony docs/wiki/datasets/rsna_pe_detection.md",
        "https://github.com/rajpurkarlab/BenchMD src/datasets/ct/rsna.py",
    ),
    verified="loader",
)
