"""BRSET: fundus photographs of Brazilian outpatients with thirteen findings and grades.

Readers answered every finding for every photograph, so 0 is absent. Of the two scales of
retinopathy the international one (`DR_ICDR`) is read. The columns on the normality of disc, vessels
and macula (1, 2, a stray "bv") and on quality are not. The column "iluminaton" is so spelt. The
file is `labels_brset.csv` since version 1.0.1, `labels.csv` before and in mirrors.
"""

from gmai_data import Class, First, Flags, Source, Table

SOURCE = Source(
    name="brset",
    title="BRSET: Brazilian multilabel ophthalmological dataset",
    version="1.0.1",
    homepage="https://physionet.org/content/brazilian-ophthalmological/1.0.1/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    send_to_api=False,
    cite="Nakayama et al., BRSET, PhysioNet 2023, PLOS Digit. Health 2024",
    cases=Table(First("labels_brset.csv", "labels.csv"), image="fundus_photos/{image_id}.jpg"),
    subject="{patient_id}",
    study="{patient_id}",
    labels=[
        Class(
            "{DR_ICDR}",
            of="diabetic retinopathy grade",
            names={
                "0": "no diabetic retinopathy",
                "1": "mild nonproliferative diabetic retinopathy",
                "2": "moderate nonproliferative diabetic retinopathy",
                "3": "severe nonproliferative diabetic retinopathy",
                "4": "proliferative diabetic retinopathy",
            },
        ),
        Flags(
            names={
                "macular_edema": "macular oedema",
                "scar": "retinal scar",
                "nevus": "choroidal naevus",
                "amd": "age-related macular degeneration",
                "vascular_occlusion": "retinal vascular occlusion",
                "hypertensive_retinopathy": "hypertensive retinopathy",
                "drusens": "drusen",
                "hemorrhage": "retinal haemorrhage",
                "retinal_detachment": "retinal detachment",
                "myopic_fundus": "myopic fundus",
                "increased_cup_disc": "increased cup-to-disc ratio",
                "other": None,
            },
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py (columns)",
        'public code search for "labels_brset.csv" (several loaders of 1.0.1)',
    ),
    verified="loader",
)
