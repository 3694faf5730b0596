"""ISIC 2019: dermoscopic images of nine diagnostic classes, merged from three collections.

Contains HAM10000, BCN20000 and MSK: pictures of the challenges of 2017 and 2018. The lesion id is
blank for a part, whose images are then their own subjects, by their id in the archive
("_downsampled" or not): what an earlier year tests on is not trained on. UNK is never positive in
training. The Kaggle copy nests the image folder.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import First, Flags, Source, Table


def lesions(data: bytes) -> Sequence[Mapping[str, str]]:
    """Number of a picture in the archive and its lesion, where the table tells it."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    return [
        {"n": str(int(row["image"].split("_")[1])), "lesion": row["lesion_id"]}
        for row in rows
        if row["lesion_id"]
    ]


# for other years: the lesion that a picture shows
LESIONS = Table(
    "<isic2019>/**/ISIC_2019_Training_Metadata.csv", form=lesions, on="n", optional=True
)


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
    derived_from=("ham10000", "bcn20000", "isic2016", "isic2017", "isic2018"),
    cases=Table(
        "ISIC_2019_Training_GroundTruth.csv",
        image="ISIC_2019_Training_Input/**/{image}.jpg",
        parse={"image": ("ISIC_{n:07d}_downsampled", "ISIC_{n:07d}")},
    ),
    join=[Table("ISIC_2019_Training_Metadata.csv", on="image")],
    subject=First("{lesion_id}", "ISIC_{n}"),
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
    evidence=(
        'public code search for "ISIC_2019_Training_Metadata.csv"',
        "https://github.com/owkin/FLamby flamby/datasets/fed_isic2019/README.md (parts)",
    ),
    verified="loader",
)
