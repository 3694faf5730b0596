"""MURA: radiographs of the upper limb, each study labelled abnormal or not by a radiologist.

The answer is the ending of the study's folder and holds for the study, not for one view. The tables
(no header) say the same and are not read. A study called negative is normal in the authors' words.
"""

from gmai_data import Class, Files, Flags, Source, Term

SOURCE = Source(
    name="mura",
    title="MURA",
    version="1.1.0",
    homepage="https://stanfordmlgroup.github.io/competitions/mura/",
    license="LicenseRef-Stanford-Research-Use",
    access="registration",
    modality="X-Ray",
    anatomy=("upper limb",),
    department="Orthopedic Surgery",
    redistribution=False,
    cases=Files(
        "{set:train|valid}/XR_{region:ELBOW|FINGER|FOREARM|HAND|HUMERUS|SHOULDER|WRIST}/"
        "patient{patient:05d}/study{study:d}_{answer:positive|negative}/{image}.png"
    ),
    subject="{patient}",
    study="{patient}-{region}-{study}",
    split=Term("{set}", {"train": "train", "valid": "val"}),
    labels=[
        Flags(
            names={"answer": "abnormality"},
            values={"positive": "present", "negative": "absent"},
            level="study",
        ),
        Class(
            "{region}",
            names={
                "ELBOW": "elbow",
                "FINGER": "finger",
                "FOREARM": "forearm",
                "HAND": "hand",
                "HUMERUS": "humerus",
                "SHOULDER": "shoulder",
                "WRIST": "wrist",
            },
        ),
    ],
    evidence=(
        'public code search for "valid_image_paths.csv"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/MURA.md",
    ),
    verified="loader",
)
