"""BCSS: regions of 151 breast cancer slides of the TCGA, every tissue outlined in 21 classes.

0 is outside the region and says nothing. Images are in `images` or `rgbs_colorNormalized`, by the
way they were fetched. The barcode tells institute and patient. Slides of six institutes are the
test part of the paper (OL, LL, E2, EW, GM, S3); some users hold out fifteen other regions.
"""

import re

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="bcss",
    title="BCSS (breast cancer semantic segmentation)",
    version="1.0.0",
    homepage="https://github.com/PathologyDataScience/BCSS",
    license="CC0-1.0",
    access="open",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("tcga",),
    cite="Amgad et al., Structured crowdsourcing enables convolutional segmentation of histology "
    "images, Bioinformatics 2019",
    cases=Files(
        "{folder:rgbs_colorNormalized|images}/TCGA-{site:2}-{patient:4}-{slide:3}_{region}.png"
    ),
    subject="TCGA-{site}-{patient}",
    subject_space="tcga",
    split=Term(
        "{site}",
        {**dict.fromkeys(("OL", "LL", "E2", "EW", "GM", "S3"), "test"), re.compile(".*"): None},
    ),
    labels=[
        Mask(
            "masks/TCGA-{site}-{patient}-{slide}_{region}.png",
            names={
                1: "tumour tissue",
                2: "stroma",
                3: "lymphocytic infiltrate",
                4: "necrosis",
                5: "glandular secretion",
                6: "blood",
                7: None,
                8: None,
                9: "adipose tissue",
                10: "plasma cell infiltrate",
                11: "immune cell infiltrate",
                12: "mucoid material",
                13: "normal breast tissue",
                14: "lymphatic vessel",
                15: None,
                16: "nerve",
                17: "skin adnexa",
                18: "blood vessel",
                19: "angioinvasion",
                20: "ductal carcinoma in situ",
                21: None,
            },
        )
    ],
    evidence=(
        "https://github.com/PathologyDataScience/BCSS meta/gtruth_codes.tsv",
        "torch_em/data/datasets/histopathology/bcss.py",
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/bcss.md",
    ),
    verified="loader",
)
