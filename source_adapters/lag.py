"""LAG: fundus photographs that doctors called suspicious of glaucoma or not.

The attention maps of the readers have the same names as the pictures, in a folder beside them, and
are not read. The released part is 4,854 of 11,760. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Flags, Source

SOURCE = Source(
    name="lag",
    title="LAG: large-scale attention-based glaucoma",
    version="1.0.0",
    homepage="https://github.com/smilell/AG-CNN",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    cite="Li et al., Attention based glaucoma detection, CVPR 2019, arXiv:1903.10831",
    cases=Files("{class:non_glaucoma|suspicious_glaucoma}/image/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class("{class}", names={"suspicious_glaucoma": "suspected glaucoma", "non_glaucoma": None}),
        Flags(
            names={"class": "glaucoma"},
            values={"suspicious_glaucoma": "unknown", "non_glaucoma": "absent"},
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/LAG.md",
    ),
    verified="loader",
)
