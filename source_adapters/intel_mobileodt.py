"""Intel & MobileODT: photographs of the cervix, by the type of its transformation zone.

Archives are .7z: unpack them first. Numbers of files recur in the three folders. The answers of the
first test stage are in a table; `additional_Type_…` and the second stage are not declared. Some
labels are corrected in `fixed_labels_v2.csv` and some files are broken or doubled
(`removed_files.csv`): neither is applied. Colposcopy; the modality is the nearest of the thirteen.
"""

from collections.abc import Mapping

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Files, Layout, Source, Table

NAMES = {
    "Type_1": "type 1 transformation zone",
    "Type_2": "type 2 transformation zone",
    "Type_3": "type 3 transformation zone",
}


def one_of(row: Mapping[str, str]) -> str:
    """The type whose column holds 1."""
    return next((name for name in NAMES if row[name] == "1"), "")


SOURCE = Source(
    name="intel-mobileodt",
    title="Intel & MobileODT Cervical Cancer Screening",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/intel-mobileodt-cervical-cancer-screening",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="Endoscopy",
    sequence="colposcopy",
    anatomy=("cervix",),
    department="Obstetrics and Gynecology",
    redistribution=False,
    benchmark=("test",),
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "train",
            cases=Files("train/**/{class:Type_1|Type_2|Type_3}/{n:d}.jpg"),
            split="train",
            labels=[Class("{class}", names=NAMES)],
        ),
        Layout(
            "test",
            cases=Files("test/**/{n:d}.jpg"),
            split="test",
            labels=[
                Class(
                    "{type}",
                    names=NAMES,
                    table=Table(
                        "**/solution_stg1_release.csv",
                        parse={"image_name": "{n:d}.jpg"},
                        derive={"type": one_of},
                        on="n",
                        optional=True,
                    ),
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        'public code search for "solution_stg1_release.csv"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Intel_MobileODT.md",
    ),
    verified="loader",
)
