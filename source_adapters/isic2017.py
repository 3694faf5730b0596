"""ISIC 2017: dermoscopic images with lesion masks and two questions, melanoma and keratosis.

Both questions answered 0 means a naevus. Superpixel maps stand among the images; the dermoscopic
features of part 2 are given per superpixel and not declared. The Kaggle and archive copies name the
test folder "Test_v2". No patient or lesion id: the picture is its own subject, by its id in the
archive, or the lesion where ISIC 2019 is on disk and tells it; ISIC 2016 has many of the pictures,
in other splits.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, Files, First, Mask, Source, Table, Term
from source_adapters.isic2019 import LESIONS


def diagnosis(row: Mapping[str, str]) -> str:
    """The answer of part 3 as one word."""
    if float(row["melanoma"]):
        return "melanoma"
    return "seborrheic_keratosis" if float(row["seborrheic_keratosis"]) else "nevus"


SOURCE = Source(
    name="isic2017",
    title="ISIC 2017",
    version="1.0.0",
    homepage="https://challenge.isic-archive.com/data/#2017",
    license="CC0-1.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Codella et al., Skin Lesion Analysis Toward Melanoma Detection, ISBI 2018",
    cases=Files("ISIC-2017_{set:Training|Validation|Test_v2}_Data/ISIC_{n:07d}.jpg"),
    derived_from=("isic2016",),
    join=[LESIONS],
    subject=First("{lesion}", "ISIC_{n}"),
    subject_space="isic-archive",
    split=Term("{set}", {"Training": "train", "Validation": "val", "Test_v2": "test"}),
    labels=[
        Mask(
            "ISIC-2017_{set}_Part1_GroundTruth/ISIC_{n}_segmentation.png",
            name="skin lesion",
            threshold=127,
            missing=UNKNOWN,
        ),
        Class(
            "{diagnosis}",
            names={
                "melanoma": "melanoma",
                "seborrheic_keratosis": "seborrhoeic keratosis",
                "nevus": "melanocytic naevus",
            },
            table=Table(
                "ISIC-2017_{set:Training|Validation|Test_v2}_Part3_GroundTruth.csv",
                parse={"image_id": "ISIC_{n:07d}"},
                derive={"diagnosis": diagnosis},
                on=("set", "n"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "ISIC-2017_Training_Part3_GroundTruth.csv"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/ISIC2017.md",
    ),
    verified="loader",
)
