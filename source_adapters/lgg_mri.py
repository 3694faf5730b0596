"""LGG MRI (kaggle_3m): brain slices of 110 patients of TCGA-LGG with the FLAIR abnormality.

Red, green and blue of a slice are three sequences, pre-contrast, FLAIR and post-contrast; where one
is missing, FLAIR stands in for it. Every slice has a mask, empty where there is nothing. Planes and
sides of the exports are not given. The archive repeats the whole tree in `lgg-mri-segmentation`.
TCGA-LGG patients are in the BraTS sets too, with other masks: tables in the folders of BraTS 2020
and 2021 tell under which names, and with one of them a patient has one split.
"""

from gmai_data import ABSENT, Files, First, Mask, Source
from source_adapters.brats_tcga_gbm import IN_BRATS, WHOSE

SOURCE = Source(
    name="lgg-mri",
    title="Brain MRI segmentation (LGG, kaggle_3m)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/mateuszbuda/lgg-mri-segmentation",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="MR",
    sequence="pre-contrast, FLAIR and post-contrast",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2020", "brats2021", "tcga"),
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Buda et al., Association of genomic subtypes of lower-grade gliomas with shape features "
    "automatically extracted by a deep learning algorithm, Computers in Biology and Medicine 2019",
    cases=Files(
        "kaggle_3m/TCGA_{site:2}_{patient:4}_{date:8}/TCGA_{site}_{patient}_{date}_{n:d}.tif",
        derive={"tcga": lambda row: f"TCGA-{row['site']}-{row['patient']}"},
    ),
    join=IN_BRATS,
    subject=First(*WHOSE, "<tcga>{tcga}"),
    subject_space=("brats2018", "tcga"),
    study="TCGA_{site}_{patient}_{date}",
    labels=[
        Mask(
            "kaggle_3m/TCGA_{site}_{patient}_{date}/TCGA_{site}_{patient}_{date}_{n}_mask.tif",
            form="binary",
            name="FLAIR signal abnormality",
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/lgg_mri.py",
    ),
    verified="loader",
)
