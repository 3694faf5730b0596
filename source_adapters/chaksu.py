"""Chaksu: fundus photographs of three cameras, suspected glaucoma by the majority of five experts.

Tables name a picture as "Image101.jpg-Image101-1.jpg", with another suffix and sometimes other
letter case than the file, and call the answer "Majority Decision" or "Glaucoma Decision". Disc and
cup of each expert are binary TIFFs; folder names vary in case. Names of the Bosch camera begin with
what may be a patient number (`P12_…`): it keeps pictures together here.
"""

from collections.abc import Mapping

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, First, Flags, Mask, Source, Table, Term


def patient(row: Mapping[str, str]) -> str:
    """The number before "_" in `P12_Image3`, apart for train and test; else nothing."""
    head, dash, _ = row["stem"].partition("_")
    number = head[1:] if head[:1] in "Pp" else ""
    return f"{row['set']} {number}" if dash and number.isdigit() else ""


def verdict(row: Mapping[str, str]) -> str:
    """The answer of the majority, under either name of its column."""
    return row.get("Majority Decision") or row.get("Glaucoma Decision") or ""


VERDICTS = Table(
    "{set:Train|Test}/6.0_Glaucoma_Decision/"
    "Glaucoma_Decision_Comparison_{camera:Bosch|Forus|Remidio}_majority.csv",
    parse={"Images": ("{stem:i}.{:jpg|JPG|png|tif}-*", "{stem:i}.{:jpg|JPG|png|tif}")},
    derive={"verdict": verdict},
    on=("set", "camera", "stem"),
)

SOURCE = Source(
    name="chaksu",
    title="Chákṣu IMAGE",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/20123135",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Kumar et al., Chákṣu: a glaucoma specific fundus image database, Sci. Data 2023",
    cases=Files(
        (
            "{set:Train|Test}/1.0_Original_Fundus_Images/{camera:Bosch|Forus|Remidio}/{stem:i}.jpg",
            "{set:Train|Test}/1.0_Original_Fundus_Images/{camera:Bosch|Forus|Remidio}/{stem:i}.png",
        ),
        derive={"patient": patient},
    ),
    subject=First("{patient}", NO_SUBJECT),
    split=Term("{set}", {"Train": "train", "Test": "test"}),
    labels=[
        Class(
            "{verdict}",
            names={"GLAUCOMA SUSPECT": "suspected glaucoma", "NORMAL": None},
            table=VERDICTS,
            missing=UNKNOWN,
        ),
        Flags(
            names={"verdict": "glaucoma"},
            values={"GLAUCOMA SUSPECT": "unknown", "NORMAL": "absent"},
            table=VERDICTS,
            missing=UNKNOWN,
        ),
        Mask(
            "{set}/3.0_Doctors_Annotations_Binary_OD_OC/{expert}/{camera}/"
            "{part:Disc|disc|Cup|cup}/{stem}.tif",
            form="binary",
            by="{part}",
            rater="{expert}",
            names={
                "Disc": "optic disc",
                "disc": "optic disc",
                "Cup": "optic cup",
                "cup": "optic cup",
            },
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "Glaucoma_Decision_Comparison_" (several loaders)',
    ),
    verified="loader",
)
