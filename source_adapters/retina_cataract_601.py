"""A Kaggle set of 601 fundus photographs: normal, cataract, glaucoma or another retinal disease.

Folder numbers are not unique (two begin with 2). Where the photographs come from is not said. No
patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="retina-cataract-601",
    title="Cataract dataset (Kaggle jr2ngb)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/jr2ngb/cataractdataset",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    cases=Files("{class:1_normal|2_cataract|2_glaucoma|3_retina_disease}/{stem}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "1_normal": "normal retina",
                "2_cataract": "cataract",
                "2_glaucoma": "glaucoma",
                "3_retina_disease": "retinal disease",
            },
        )
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Retina.md",
    ),
    verified="loader",
)
