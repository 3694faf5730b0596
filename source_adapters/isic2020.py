"""ISIC 2020: dermoscopic images, benign or malignant, several lesions per patient.

Under 2 % are malignant, all of them melanomas. For most benign ones the diagnosis is "unknown".
The release lists 425 pairs of duplicates, which are not read.
"""

from gmai_data import Class, First, Source, Table

SOURCE = Source(
    name="isic2020",
    title="ISIC 2020",
    version="1.0.0",
    homepage="https://challenge2020.isic-archive.com/",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cases=Table(
        First(
            "ISIC_2020_Training_GroundTruth_v2.csv", "ISIC_2020_Training_GroundTruth.csv",
            "train.csv",
        ),
        image=First(
            "ISIC_2020_Training_JPEG/train/{image_name}.jpg", "jpeg/train/{image_name}.jpg",
            "train/{image_name}.jpg",
        ),
    ),
    subject="{patient_id}",
    labels=[
        Class(
            "{benign_malignant}",
            of="malignancy",
            names={"benign": "benign", "malignant": "malignant"},
        ),
        Class(
            "{diagnosis}",
            names={
                "melanoma": "melanoma",
                "nevus": "melanocytic naevus",
                "seborrheic keratosis": "seborrhoeic keratosis",
                "lentigo NOS": "lentigo",
                "solar lentigo": "solar lentigo",
                "lichenoid keratosis": "lichen planus-like keratosis",
                "cafe-au-lait macule": "café-au-lait macule",
                "atypical melanocytic proliferation": "atypical melanocytic proliferation",
                "unknown": None,
            },
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/ISIC2020.md",
        'public code search for "ISIC_2020_Training_GroundTruth_v2.csv"',
    ),
    verified="loader",
)  # fmt: skip
