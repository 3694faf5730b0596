"""Br35H: slices of brain MR with a tumour or without, and some of which nothing is said (`pred`).

Sequence, plane, contrast and patient are not given. The outlined copies in `Br35H-Mask-RCNN` are
the same pictures again and not declared. The healthy slices of `brain-tumor-mri-nickparvar` come
from here.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Source

SOURCE = Source(
    name="br35h",
    title="Br35H: Brain Tumor Detection 2020",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/ahmedhamada0/brain-tumor-detection",
    license="LicenseRef-not-stated",
    access="registration",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cases=Files("{class:yes|no|pred}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Flags(
            names={"class": "brain tumour"},
            values={"yes": "present", "no": "absent", "pred": "unknown"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Br35H.md",
    ),
    verified="loader",
)
