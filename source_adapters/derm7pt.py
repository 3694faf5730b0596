"""Derm7pt: dermoscopic images of skin lesions, diagnosis and the seven-point checklist.

Splits are positions of rows of `meta.csv`, from 0, which are not the case numbers. "absent" of the
checklist is an answer. Thickness classes of melanoma are joined. Each case has a clinical
photograph too (`clinic`), not declared: it is no dermoscopy, and the checklist is not about it.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import Class, Flags, Source, Table, Term


def numbered(data: bytes) -> Sequence[Mapping[str, str]]:
    """The rows of the table, each with its position."""
    cases = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{**case, "indexes": str(position)} for position, case in enumerate(cases)]


SOURCE = Source(
    name="derm7pt",
    title="Derm7pt",
    version="1.0.0",
    homepage="https://derm.cs.sfu.ca/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    cite="Kawahara et al., Seven-Point Checklist and Skin Lesion Classification, JBHI 2019",
    cases=Table("meta/meta.csv", form=numbered, image="images/{derm}"),
    join=[Table("meta/{set:train|valid|test}_indexes.csv", on="indexes")],
    subject="{case_num}",
    study="{case_num}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        Class(
            "{diagnosis}",
            names={
                "basal cell carcinoma": "basal cell carcinoma",
                "blue nevus": "blue naevus",
                "clark nevus": "Clark naevus",
                "combined nevus": "combined naevus",
                "congenital nevus": "congenital melanocytic naevus",
                "dermal nevus": "dermal naevus",
                "dermatofibroma": "dermatofibroma",
                "lentigo": "lentigo",
                "melanoma": "melanoma",
                "melanoma (in situ)": "melanoma in situ",
                "melanoma (less than 0.76 mm)": "melanoma",
                "melanoma (0.76 to 1.5 mm)": "melanoma",
                "melanoma (more than 1.5 mm)": "melanoma",
                "melanoma metastasis": "melanoma metastasis",
                "melanosis": "melanosis",
                "miscellaneous": None,
                "recurrent nevus": "recurrent naevus",
                "reed or spitz nevus": "Reed or Spitz naevus",
                "seborrheic keratosis": "seborrhoeic keratosis",
                "vascular lesion": "vascular skin lesion",
            },
        ),
        Class(
            "{pigment_network}",
            names={
                "absent": None,
                "typical": "typical pigment network",
                "atypical": "atypical pigment network",
            },
        ),
        Class(
            "{streaks}",
            names={"absent": None, "regular": "regular streaks", "irregular": "irregular streaks"},
        ),
        Class(
            "{pigmentation}",
            names={
                "absent": None,
                "diffuse regular": "regular pigmentation",
                "localized regular": "regular pigmentation",
                "diffuse irregular": "irregular pigmentation",
                "localized irregular": "irregular pigmentation",
            },
        ),
        Class(
            "{dots_and_globules}",
            names={
                "absent": None,
                "regular": "regular dots and globules",
                "irregular": "irregular dots and globules",
            },
        ),
        Class(
            "{vascular_structures}",
            names={
                "absent": None,
                "arborizing": "arborising vessels",
                "comma": "comma vessels",
                "dotted": "dotted vessels",
                "hairpin": "hairpin vessels",
                "linear irregular": "linear irregular vessels",
                "within regression": None,
                "wreath": "wreath vessels",
            },
        ),
        Flags(
            names={
                "blue_whitish_veil": "blue-white veil",
                "pigment_network": "pigment network",
                "regression_structures": "regression structures",
                "streaks": "streaks",
            },
            values={
                "absent": "absent",
                "present": "present",
                "typical": "present",
                "atypical": "present",
                "regular": "present",
                "irregular": "present",
                "blue areas": "present",
                "white areas": "present",
                "combinations": "present",
            },
        ),
    ],
    evidence=(
        'public code search for "valid_indexes.csv" and "seven_point_score"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Derm7pt.md",
    ),
    verified="loader",
)
