"""APTOS 2019: fundus photographs from India, graded 0 to 4 for diabetic retinopathy.

Only the training part is labelled. Some photographs are there twice, with different grades.
"""

from gmai_data import NO_SUBJECT, Class, Source, Table

SOURCE = Source(
    name="aptos2019",
    title="APTOS 2019 Blindness Detection",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/aptos2019-blindness-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    cases=Table("train.csv", image="train_images/{id_code}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{diagnosis}",
            names={
                "0": "no diabetic retinopathy",
                "1": "mild nonproliferative diabetic retinopathy",
                "2": "moderate nonproliferative diabetic retinopathy",
                "3": "severe nonproliferative diabetic retinopathy",
                "4": "proliferative diabetic retinopathy",
            },
        )
    ],
    evidence=("https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",),
    verified="loader",
)
