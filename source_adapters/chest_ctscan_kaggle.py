"""Chest CT-Scan images (Kaggle): screenshots of CT slices, three lung cancers or normal.

Folders are named with lobe and stage in train and valid, with the class alone in test: the class is
their beginning. The release holds copies of some images, and no patient id.
"""

import re

from gmai_data import NO_SUBJECT, Class, Files, Source, Term

SOURCE = Source(
    name="chest-ctscan-kaggle",
    title="Chest CT-Scan images (Kaggle)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/mohamedhanyyy/chest-ctscan-images",
    license="ODbL-1.0",
    access="registration",
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    benchmark=("test",),
    cases=Files("{set:train|valid|test}/{folder}/{stem}.{:png|jpg}"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Class(
            "{folder}",
            names={
                re.compile(r"adenocarcinoma.*"): "lung adenocarcinoma",
                re.compile(r"large\.cell\.carcinoma.*"): "large cell carcinoma",
                re.compile(r"squamous\.cell\.carcinoma.*"): "lung squamous cell carcinoma",
                "normal": "normal lung",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "ChestCT-Scan_images.md",
    ),
    verified="loader",
)
