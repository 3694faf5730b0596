"""SKI10: bones and cartilage of the knee on sagittal MR, before joint replacement.

Images are MetaImage with their data beside. Which knee it is, is not said. Numbers run on: 1 to 60
in training, 61 to 100 in validation, with labels too. `roi` files name where cartilage of the
latter is scored and are not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="ski10",
    title="SKI10 (knee MR)",
    version="1.0.0",
    homepage="https://ski10.grand-challenge.org",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    redistribution=False,
    benchmark=("val",),
    modality="MR",
    anatomy=("knee",),
    department="Orthopedic Surgery",
    cite="Heimann et al., MICCAI Grand Challenge workshop 2010",
    cases=Files("{set:training|validation}/image-{n:03d}.mhd"),
    subject="{set} {n}",
    split=Term("{set}", {"training": "train", "validation": "val"}),
    labels=[
        Mask(
            "{set}/labels-{n}.mhd",
            names={1: "femur", 2: "femoral cartilage", 3: "tibia", 4: "tibial cartilage"},
            missing=UNKNOWN,
        )
    ],
    evidence=("https://github.com/zhaoziheng/SAT-DS processor.py, data/jsonl/SKI10.jsonl",),
    verified="loader",
)
