"""ISIC 2018: dermoscopic images with lesion masks, dermoscopic structures and diagnoses.

Tasks 1 and 2 share their images; task 3 has its own, its training part is HAM10000. Lesion ids are
given for the training part of task 3 only, whose images are in part those of tasks 1 and 2;
elsewhere the lesion is that which ISIC 2019 tells, if it is on disk, or every image its own
subject, by its id in the archive: many are in ISIC 2017. A mask of task 2 without a white pixel
says that the structure is absent. Its names are from memory.
"""

from gmai_data import (
    ABSENT,
    UNKNOWN,
    Files,
    First,
    Flags,
    Layout,
    Mask,
    Source,
    Table,
    Term,
)
from source_adapters.isic2019 import LESIONS

SOURCE = Source(
    name="isic2018",
    title="ISIC 2018",
    version="1.0.0",
    homepage="https://challenge.isic-archive.com/data/#2018",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    derived_from=("ham10000", "isic2017"),
    subject_space="isic-archive",
    split=Term("{set}", {"Training": "train", "Validation": "val", "Test": "test"}),
    parts=(
        Layout(
            "lesion",
            cases=Files("ISIC2018_Task1-2_{set:Training|Validation|Test}_Input/ISIC_{n:07d}.jpg"),
            join=[
                Table(
                    "ISIC2018_Task3_Training_LesionGroupings.csv",
                    parse={"image": "ISIC_{n:07d}"},
                    on="n",
                    optional=True,
                ),
                LESIONS,
            ],
            subject=First("{lesion_id}", "{lesion}", "ISIC_{n}"),
            labels=[
                Mask(
                    "ISIC2018_Task1_{set}_GroundTruth/ISIC_{n}_segmentation.png",
                    name="skin lesion",
                    threshold=127,
                    missing=UNKNOWN,
                ),
                Mask(
                    "ISIC2018_Task2_{set}_GroundTruth_v3/ISIC_{n}_attribute_"
                    "{structure:globules|milia_like_cyst|negative_network|pigment_network|streaks}"
                    ".png",
                    by="{structure}",
                    names={
                        "globules": "globules",
                        "milia_like_cyst": "milia-like cyst",
                        "negative_network": "negative network",
                        "pigment_network": "pigment network",
                        "streaks": "streaks",
                    },
                    threshold=127,
                    missing=UNKNOWN,
                    empty=ABSENT,
                ),
            ],
        ),
        Layout(
            "diagnosis",
            cases=Files(
                "ISIC2018_Task3_{set:Training|Validation|Test}_Input/{image}.jpg",
                parse={"image": "ISIC_{n:07d}"},
            ),
            join=[
                Table("ISIC2018_Task3_Training_LesionGroupings.csv", on="image", optional=True),
                LESIONS,
            ],
            subject=First("{lesion_id}", "{lesion}", "ISIC_{n}"),
            labels=[
                Flags(
                    names={
                        "MEL": "melanoma",
                        "NV": "melanocytic naevus",
                        "BCC": "basal cell carcinoma",
                        "AKIEC": "actinic keratosis or intraepithelial carcinoma",
                        "BKL": "benign keratosis-like lesion",
                        "DF": "dermatofibroma",
                        "VASC": "vascular skin lesion",
                    },
                    one=True,
                    table=Table("ISIC2018_Task3_{set}_GroundTruth/*.csv", on=("set", "image")),
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "torch_em/data/datasets/medical/isic.py",
        'public code search for "ISIC2018_Task3_Training_GroundTruth"',
    ),
    verified="loader",
)
