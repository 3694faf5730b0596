"""INSTANCE 2022: intracranial haemorrhage on non-contrast head CT.

Every training case has a haemorrhage drawn as one class, whatever its type. The evaluation set has
no labels: unknown. The training folder is called `train` or `train_2`.
"""

from gmai_data import Files, Layout, Mask, Source

SOURCE = Source(
    name="instance22",
    title="INSTANCE 2022",
    version="1.0.0",
    homepage="https://instance.grand-challenge.org/",
    license="LicenseRef-INSTANCE-2022",
    access="registration",
    redistribution=False,
    benchmark=("val",),
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    window="brain",
    cite="Li et al., arXiv:2301.03281",
    subject="{n}",
    parts=(
        Layout(
            "train",
            cases=Files("train*/data/{n:03d}.nii.gz"),
            split="train",
            labels=[Mask("train*/label/{n}.nii.gz", names={1: "intracranial haemorrhage"})],
        ),
        Layout("evaluation", cases=Files("evaluation/{n:03d}.nii.gz"), split="val"),
    ),
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/INSTANCE_2022.md",
    ),
    verified="loader",
)
