"""GAMMA: a fundus photograph and an OCT volume of an eye, and the stage of glaucoma.

Only the photographs are read: the stage was given for the patient, not for one of the 256 B-scans.
Stages (none, early, moderate or advanced) come from visual fields and are no reading of the
photograph. The test part has answers in later copies only. Disc, cup and fovea are another
download, not read.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, Files, Flags, Source, Table, Term


def stage(row: Mapping[str, str]) -> str:
    """The column of a stage that holds 1; nothing where there is no glaucoma."""
    return next((name for name in ("early", "mid_advanced") if row[name] == "1"), "")


GRADES = Table(
    "{set:training|testing}/glaucoma_grading_{:training|testing}_GT.xlsx",
    parse={"data": "{data:d}"},
    derive={"stage": stage},
    on=("set", "data"),
)

SOURCE = Source(
    name="gamma",
    title="GAMMA: glaucoma grading from multi-modality images",
    version="1.0.0",
    homepage="https://gamma.grand-challenge.org/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Wu et al., GAMMA challenge, Med. Image Anal. 2023, arXiv:2202.06511",
    cases=Files("{set:training|testing}/multi-modality_images/{data:04d}/{data}.jpg"),
    subject="{data}",
    split=Term("{set}", {"training": "train", "testing": "test"}),
    labels=[
        Flags(
            names={"non": "glaucoma"},
            values={"1": "absent", "0": "present"},
            table=GRADES,
            level="study",
            missing=UNKNOWN,
        ),
        Class(
            "{stage}",
            names={"early": "early glaucoma", "mid_advanced": "moderate or advanced glaucoma"},
            table=GRADES,
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=('public code search for "glaucoma_grading_training_GT.xlsx" (several loaders)',),
    verified="loader",
)
