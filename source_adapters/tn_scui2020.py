"""TN-SCUI 2020: thyroid ultrasound with one nodule in each image, outlined, benign or malignant.

Suffixes are upper case in some copies, also in the table. Labels are of the training set alone.
"""

from gmai_data import NO_SUBJECT, Class, Mask, Source, Table

SOURCE = Source(
    name="tn-scui2020",
    title="TN-SCUI 2020",
    version="1.0.0",
    homepage="https://tn-scui2020.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Ultrasound",
    anatomy=("thyroid gland",),
    department="Endocrinology",
    redistribution=False,
    cases=Table("train.csv", parse={"ID": "{n}.{:png|PNG}"}, image="image/{n}.png"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Class("{CATE}", of="malignancy", names={"0": "benign", "1": "malignant"}),
        Mask("mask/{n}.png", name="thyroid nodule", threshold=127),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/TN-SCUI2020.md",
        'public code search for "TNSCUI2020_train"',
    ),
    verified="loader",
)
