"""ISIC 2016: dermoscopic images, benign or malignant, with a lesion outline.

Parts 1 and 3 hold the same images; one copy is read. The tables have no header, and say
benign/malignant for training and 0.0/1.0 for test. No patient or lesion id: the picture is its own
subject, by its id in the archive, as the challenges of later years have the same pictures; where
that of 2019 is on disk and tells the lesion, the lesion is.
"""

from gmai_data import UNKNOWN, Class, Files, First, Mask, Source, Table, Term
from source_adapters.isic2019 import LESIONS

SOURCE = Source(
    name="isic2016",
    title="ISIC 2016",
    version="1.0.0",
    homepage="https://challenge.isic-archive.com/data/#2016",
    license="CC0-1.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Gutman et al., Skin Lesion Analysis toward Melanoma Detection, ISBI 2016",
    cases=Files(
        First(
            "ISBI2016_ISIC_Part1_{set:Training|Test}_Data/ISIC_{n:07d}.jpg",
            "ISBI2016_ISIC_Part3_{set:Training|Test}_Data/ISIC_{n:07d}.jpg",
        )
    ),
    join=[LESIONS],
    subject=First("{lesion}", "ISIC_{n}"),
    subject_space="isic-archive",
    split=Term("{set}", {"Training": "train", "Test": "test"}),
    labels=[
        Mask(
            "ISBI2016_ISIC_Part1_{set}_GroundTruth/ISIC_{n}_Segmentation.png",
            name="skin lesion",
            threshold=127,
            missing=UNKNOWN,
        ),
        Class(
            "{diagnosis}",
            of="malignancy",
            names={
                "benign": "benign",
                "malignant": "malignant",
                "0": "benign",
                "0.0": "benign",
                "1": "malignant",
                "1.0": "malignant",
            },
            table=Table(
                "ISBI2016_ISIC_Part3_{set:Training|Test}_GroundTruth.csv",
                header=["image", "diagnosis"],
                parse={"image": "ISIC_{n:07d}"},
                on=("set", "n"),
                optional=True,
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "ISBI2016_ISIC_Part3_Training_GroundTruth"',
        'public code search for "ISBI2016_ISIC_Part1_Training_GroundTruth"',
    ),
    verified="loader",
)
