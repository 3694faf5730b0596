"""VQA-RAD: questions that clinicians asked about MedPix radiographs, CT and MR.

The public file marks the test rows by `phrase_type`, so the same image has train and test
questions. Training on such an image would leak: a case is an image, and one test question makes its
rows test; VQA-Med has some of the images under the same ids. Modality is not given (`image_organ`
is the region only). Numbers occur as answers.
"""

import re

from gmai_data import QA, Layout, Records, Source, Term

SOURCE = Source(
    name="vqa-rad",
    title="VQA-RAD",
    version="1.0.0",
    homepage="https://osf.io/89kps/",
    license="CC0-1.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Lau et al., A dataset of clinically generated visual questions, Sci Data 2018",
    derived_from=("medpix",),
    subject="{image}",
    subject_space="medpix",
    labels=[QA("{question}", answer="{answer}")],
    layouts=(
        Layout(
            "public",
            cases=Records(
                "VQA_RAD Dataset Public.json",
                image="VQA_RAD Image Folder/{image_name}",
                parse={"image_name": "{image}.jpg"},
            ),
            split=Term("{phrase_type}", {re.compile("test_.*"): "test", re.compile(".*"): "train"}),
        ),
        Layout(
            "split files",
            cases=Records(
                "{set:train|test}set.json",
                image="**/{image_name}",
                parse={"image_name": "{image}.jpg"},
            ),
            split="{set}",
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/VQA-RAD.md",
        "https://huggingface.co/datasets/flaviagiammarino/vqa-rad",
    ),
    verified="loader",
)
