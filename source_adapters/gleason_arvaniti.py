"""Gleason TMA (Arvaniti): cores of prostate tissue, Gleason patterns drawn; the test array by two.

Masks are PNGs with a palette: 0 benign (green), 1 to 3 patterns 3 to 5 (blue, yellow, red), 4 not
annotated (white). Array ZT80 is the test part, ZT76 validation, as in the paper. Images lie in
`TMA_images` or in a folder for each archive. Patches made from them are not declared.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

CORE = "{array}_{tma}_{part}_{row}_{column}"
PATTERNS = {
    0: "benign tissue",
    1: "Gleason pattern 3",
    2: "Gleason pattern 4",
    3: "Gleason pattern 5",
}

SOURCE = Source(
    name="gleason-arvaniti",
    title="Gleason TMA (Arvaniti)",
    version="1.0.0",
    homepage="https://doi.org/10.7910/DVN/OCYCMP",
    license="CC0-1.0",
    access="open",
    modality="Pathology",
    anatomy=("prostate",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Arvaniti et al., Automated Gleason grading of prostate cancer tissue microarrays via "
    "deep learning, Scientific Reports 2018",
    cases=Files("**/{array:ZT76|ZT80|ZT111|ZT199|ZT204}_{tma:d}_{part:1}_{row:d}_{column:d}.jpg"),
    subject=CORE,
    split=Term(
        "{array}",
        {"ZT76": "val", "ZT80": "test", "ZT111": "train", "ZT199": "train", "ZT204": "train"},
    ),
    labels=[
        Mask(
            f"**/Gleason_masks_train/mask_{CORE}.png",
            names=PATTERNS,
            background=4,
            missing=UNKNOWN,
        ),
        Mask(
            f"**/Gleason_masks_test_pathologist{{pathologist:1|2}}/mask{{pathologist}}_{CORE}.png",
            names=PATTERNS,
            background=4,
            rater="pathologist {pathologist}",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/eiriniar/gleason_CNN (README, create_patches.py: palette)",
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/gleason_arvaniti.md",
    ),
    verified="loader",
)
