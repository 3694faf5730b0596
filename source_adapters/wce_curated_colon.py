"""Curated colon images (Kaggle): four classes of 1500 pictures, taken from Kvasir and ETIS.

In spite of its name it is no capsule endoscopy. Pictures of Kvasir are in all three sets without
their origin: keep it away from tests on Kvasir. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="wce-curated-colon",
    title="WCE Curated Colon Disease Dataset",
    version="1.0.0",
    homepage=("https://www.kaggle.com/datasets/francismon/curated-colon-dataset-for-deep-learning"),
    license="LicenseRef-Mixed-Sources",
    access="registration",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    benchmark=("test",),
    derived_from=("kvasir-v2",),
    cases=Files(
        "{split:train|val|test}/{class:0_normal|1_ulcerative_colitis|2_polyps|3_esophagitis}/"
        "{stem}.jpg"
    ),
    subject=NO_SUBJECT,
    split="{split}",
    labels=[
        Class(
            "{class}",
            names={
                "0_normal": "normal mucosa",
                "1_ulcerative_colitis": "ulcerative colitis",
                "2_polyps": "polyp",
                "3_esophagitis": "oesophagitis",
            },
        )
    ],
    evidence=('public code search for "1_ulcerative_colitis"',),
    verified="loader",
)
