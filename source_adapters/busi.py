"""BUSI: breast ultrasound images, benign, malignant or normal, with lesion masks.

Some images have more than one mask (`_mask_1`), one per lesion; masks of normal images are empty.
The release repeats images and some carry burned-in text; there is no patient id.
"""

from gmai_data import ABSENT, NO_SUBJECT, Class, Files, Mask, Source

SOURCE = Source(
    name="busi",
    title="Breast Ultrasound Images Dataset",
    version="1.0.0",
    homepage="https://scholar.cu.edu.eg/?q=afahmy/pages/dataset",
    license="CC0-1.0",
    access="open",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    cases=Files("{class:benign|malignant|normal}/{class} ({n:d}).png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            of="malignancy",
            names={"benign": "benign", "malignant": "malignant", "normal": None},
        ),
        Class("{class}", names={"benign": None, "malignant": None, "normal": "normal breast"}),
        Mask("{class}/{class} ({n})_mask*.png", name="breast lesion", threshold=127, empty=ABSENT),
    ],
    evidence=(
        "torch_em/data/datasets/medical/busi.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/BUSI.md",
    ),
    verified="loader",
)
