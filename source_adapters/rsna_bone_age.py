"""RSNA Pediatric Bone Age 2017: radiographs of the left hand with the bone age in months.

Declared for the training part (Kaggle form), whose folder is nested twice. Sex is a fact about the
child and is not read.
"""

from gmai_data import Source, Table, Value

SOURCE = Source(
    name="rsna-bone-age",
    title="RSNA Pediatric Bone Age Challenge 2017",
    version="1.0.0",
    homepage=(
        "https://www.rsna.org/rsnai/ai-image-challenge/rsna-pediatric-bone-age-challenge-2017"
    ),
    license="LicenseRef-RSNA-Noncommercial",
    access="registration",
    modality="X-Ray",
    anatomy=("hand",),
    department="Endocrinology",
    commercial=False,
    cases=Table("boneage-training-dataset.csv", image="boneage-training-dataset/**/{id}.png"),
    subject="{id}",
    labels=[Value("{boneage}", name="bone age", unit="months", valid=(1, 228))],
    evidence=('public code search for "boneage-training-dataset"',),
    verified="loader",
)
