"""Quilt-Instruct: conversations that GPT-4 wrote from the narration of pathology videos.

Images are frames of Quilt-1M and are looked for there. The other files of the release are parts of
this one or captions for pre-training, and are not read. The patient is not known: a video is one.
"""

from gmai_data import Dialogue, First, Records, Source

SOURCE = Source(
    name="quilt-instruct",
    title="Quilt-Instruct 107K",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/wisdomik/QUILT-LLaVA-Instruct-107K",
    license="CC-BY-NC-ND-3.0",
    access="registration",
    redistribution=False,
    commercial=False,
    derivatives=False,
    derived_from=("quilt-1m",),
    cite="Seyfioglu et al., Quilt-LLaVA: visual instruction tuning, CVPR 2024",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Records(
        "quilt_instruct_107k.json",
        image=First("<quilt-1m>/quilt_1m/{image}", "<quilt-1m>/*.zip!**/{image}"),
        parse={"image": ("{video}_image_*", "{video}.jpg")},
    ),
    subject="{video}",
    subject_space="quilt-1m",
    split="train",
    labels=[Dialogue("{conversations}", roles="from", text="value")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/Quilt-Instruct.md",
        'public code search for "quilt_instruct_107k.json" (LLaVA records, images of Quilt-1M)',
    ),
    verified="loader",
)
