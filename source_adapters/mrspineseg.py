"""MRSpineSeg: sacrum, vertebrae and intervertebral discs from T9 down on T2w MR.

Image names have a capital C (`Case1`), masks have not. Vertebrae and discs above the field of view
have no value. Numbers run upwards from the sacrum; a transitional vertebra would shift them.
"""

from gmai_data import OUTSIDE, UNKNOWN, Files, Mask, Source

LEVELS = ("S1", "L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10", "T9")

SOURCE = Source(
    name="mrspineseg",
    title="MRSpineSeg (SMU)",
    version="1.0.0",
    homepage="https://www.spinesegmentation-challenge.com/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    redistribution=False,
    modality="MR",
    sequence="T2w",
    anatomy=("lumbar spine",),
    department="Orthopedic Surgery",
    cite="Pang et al., IEEE TMI 2021, doi:10.1109/TMI.2020.3025087",
    cases=Files("{set:train|test}/MR/Case{n:d}.nii.gz"),
    subject="{n}",
    split="{set}",
    labels=[
        Mask(
            "{set}/Mask/mask_case{n}.nii.gz",
            names={
                1: "sacrum",
                **{k: f"{LEVELS[k - 1]} vertebra" for k in range(2, 11)},
                **{k: f"{LEVELS[k - 10]}-{LEVELS[k - 11]} intervertebral disc"
                   for k in range(11, 20)},
            },
            missing=UNKNOWN,
            empty=OUTSIDE,
        )
    ],
    evidence=("https://github.com/zhaoziheng/SAT-DS processor.py",),
    verified="loader",
)  # fmt: skip
