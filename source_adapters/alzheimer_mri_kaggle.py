"""Alzheimer MRI (Kaggle): slices of brain MR in four degrees of dementia.

The degree is that of the person, not of the slice. Slices of one person are in both train and
test, and nothing says whose a slice is: do not trust a score on this split. Where the scans come
from is not said. Other copies rename the folders (`Mild_Demented`) or add augmented slices.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="alzheimer-mri-kaggle",
    title="Alzheimer's Dataset (4 class of Images)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/tourist55/alzheimers-dataset-4-class-of-images",
    license="ODbL-1.0",
    access="registration",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    benchmark=("test",),
    cases=Files(
        "{split:train|test}/{class:MildDemented|ModerateDemented|NonDemented|VeryMildDemented}"
        "/{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Class(
            "{class}",
            of="dementia severity",
            names={
                "NonDemented": "no dementia",
                "VeryMildDemented": "very mild dementia",
                "MildDemented": "mild dementia",
                "ModerateDemented": "moderate dementia",
            },
            level="subject",
        )
    ],
    evidence=('public code search for "VeryMildDemented"',),
    verified="loader",
)
