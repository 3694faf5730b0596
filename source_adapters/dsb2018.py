"""Data Science Bowl 2018 (BBBC038): micrographs of nuclei of five kinds, a mask file per nucleus.

Fluorescence, H&E and bright field are mixed and not told apart. Images are RGBA. The first test
stage has its answers in a table of run lengths (columns first, from 1), a row per nucleus; the
second stage is not declared.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Layout, Mask, Source, Table

SOURCE = Source(
    name="dsb2018",
    title="Data Science Bowl 2018 (BBBC038)",
    version="1.0.0",
    homepage="https://bbbc.broadinstitute.org/BBBC038",
    license="CC0-1.0",
    access="open",
    modality="Microscopy",
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Caicedo et al., Nucleus segmentation across imaging experiments, Nature Methods 2019",
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "train",
            cases=Files("stage1_train/{ImageId}/images/{ImageId}.png"),
            split="train",
            labels=[
                Mask("stage1_train/{ImageId}/masks/{k}.png", name="nucleus", instances="{k}"),
            ],
        ),
        Layout(
            "test",
            cases=Files("stage1_test/{ImageId}/images/{ImageId}.png"),
            split="test",
            labels=[
                Mask(
                    rle="{EncodedPixels}",
                    name="nucleus",
                    table=Table("stage1_solution.csv", on="ImageId", optional=True),
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "torch_em/data/datasets/light_microscopy/dsb.py",
        'public code search for "stage1_train_labels.csv"',
    ),
    verified="loader",
)
