"""ISIC 2019: dermoscopic images of nine diagnostic classes, merged from three collections.

Contains HAM10000, BCN20000 and MSK; the lesion id is blank for a part, whose images are then their
own subjects. UNK is never positive in training. The Kaggle copy nests the image folder.
"""

from gmai_data import NO_SUBJECT, First, Flags, Source, Table

SOURCE = Source(
    name="isic2019",
    title="ISIC 2019",
    version="1.0.0",
    homepage="https://challenge.isic-archive.com/data/#2019",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    derived_from=("ham10000", "bcn20000"),
    cases=Table(
        "ISIC_2019_Training_GroundTruth.csv", image="ISIC_2019_Training_Input/**/{image}.jpg"
    ),
    join=[Table("ISIC_2019_Training_Metadata.csv", on="image")],
    subject=First("{lesion_id}", NO_SUBJECT),
    subject_space="isic-archive",
    labels=[
        Flags(
            names={
                "MEL": "melanoma",
                "NV": "melanocytic naevus",
                "BCC": "basal cell carcinoma",
                "AK": "actinic keratosis",
                "BKL": "benign keratosis-like lesion",
                "DF": "dermatofibroma",
                "VASC": "vascular skin lesion",
                "SCC": "squamous cell carcinoma",
                "UNK": None,
            },
            one=True,
        )
    ],
    evidence=('public code search for "ISIC_2019_Training_Metadata.csv"',),
    verified="loader",
)
