"""EyePACS (Kaggle 2015): fundus photographs of both eyes, graded 0 to 4 for diabetic retinopathy.

The zips are cut into parts: join them first (`cat train.zip.* > train.zip`). Many photographs are
ungradable and graded all the same. A mirror sorts the training images into folders 0 to 4. The
table's header is from memory.
"""

from gmai_data import Class, Files, Layout, Source, Table

LABELS = [
    Class(
        "{level}",
        names={
            "0": "no diabetic retinopathy",
            "1": "mild nonproliferative diabetic retinopathy",
            "2": "moderate nonproliferative diabetic retinopathy",
            "3": "severe nonproliferative diabetic retinopathy",
            "4": "proliferative diabetic retinopathy",
        },
    )
]

SOURCE = Source(
    name="eyepacs-kaggle-dr",
    title="EyePACS Kaggle Diabetic Retinopathy 2015",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/diabetic-retinopathy-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    subject="{patient}",
    study="{patient}",
    labels=LABELS,
    layouts=(
        Layout(
            "official",
            cases=Table(
                "trainLabels.csv",
                parse={"image": "{patient:d}_{eye:left|right}"},
                image="train.zip!train/{patient}_{eye}.jpeg",
            ),
        ),
        Layout("arranged", cases=Files("{level:0|1|2|3|4}/{patient:d}_{eye:left|right}.jpeg")),
    ),
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Eyepacs.md",
    ),
    verified="loader",
)
