"""OSIC pulmonary fibrosis CT with masks of lung, heart and trachea by a third party.

Images are those of a Kaggle competition, masks a data set of their own: a NRRD per structure, for
about 110 of the patients: others are no case here. Masks named `noisy` are left out. Some
masks do not fit their scan, and public code turns their slices: they are put together by position,
and what does not agree is refused. Lung function in `train.csv` is not read.
"""

from gmai_data import SKIP, DicomSeries, Mask, Source

SOURCE = Source(
    name="osic-lung-heart-trachea",
    title="OSIC CT with lung, heart and trachea masks",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/sandorkonya/ct-lung-heart-trachea-segmentation",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cite="Konya et al., CT Lung & Heart & Trachea segmentation, Kaggle 2020",
    cases=DicomSeries("**/train/{patient}/*.dcm"),
    subject="{patient}",
    labels=[
        Mask(
            "**/{patient}_{structure:lung|heart|trachea}.nrrd",
            form="binary",
            by="{structure}",
            names={"lung": "lung", "heart": "heart", "trachea": "trachea"},
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/osic_pulmofib.py",
    ),
    verified="loader",
)
