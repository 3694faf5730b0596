"""INSPECT: CT pulmonary angiograms with embolism labels and the impression of the report.

Tables carry a date in their names and are joined by the number of the impression. Labels were read
from reports by a language model. "Only subsegmental" is 0 also where larger emboli are seen, so its
zero says nothing. Outcomes over months (mortality, readmission, pulmonary hypertension) cannot be
seen on the scan and are not read. A few volumes are missing. The agreement forbids sending data on.
"""

from gmai_data import UNKNOWN, Files, Flags, Report, Source, Table, Term

MAPPING = {"image_id": ("{image}.nii.gz", "{image}")}

SOURCE = Source(
    name="inspect",
    title="INSPECT (pulmonary embolism)",
    version="3.0.0",
    homepage="https://stanfordaimi.azurewebsites.net/datasets/"
    "151848b9-8b31-4129-bc25-cefdf18f95d8",
    license="LicenseRef-Stanford-AIMI",
    access="agreement",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    benchmark=("test",),
    modality="CT",
    sequence="CT angiography",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="pulmonary angiography",
    cite="Huang et al., INSPECT, NeurIPS 2023, arXiv:2311.10798",
    root=("full", ""),
    cases=Files("CTPA/{image}.nii.gz"),
    join=[
        Table("study_mapping_*.tsv", parse=MAPPING, on="image"),
        Table("splits_*.tsv", on="impression_id"),
    ],
    subject="{person_id}",
    study="{impression_id}",
    split=Term("{split}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Flags(
            names={"pe_positive": "pulmonary embolism", "pe_acute": "acute pulmonary embolism"},
            values={"1": "present", "1.0": "present", "True": "present", "0": "absent",
                    "0.0": "absent", "False": "absent", "": "unknown"},
            table=Table("labels_*.tsv", on="impression_id"),
            level="study",
            missing=UNKNOWN,
        ),
        Flags(
            names={"pe_subsegmentalonly": "subsegmental pulmonary embolism"},
            values={"1": "present", "1.0": "present", "True": "present", "0": "unknown",
                    "0.0": "unknown", "False": "unknown", "": "unknown"},
            table=Table("labels_*.tsv", on="impression_id"),
            level="study",
            missing=UNKNOWN,
        ),
        Report(
            sections={"impression": "{impressions}"},
            table=Table("impressions_*.tsv", on="impression_id"),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "splits_20250611.tsv" (loaders that name the columns)',),
    verified="loader",
)  # fmt: skip
