"""BraTS 2018: glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 4 (3 is not used). 1 is the rest of the core, necrosis (fluid) and solid tumour
that does not enhance in one value: no more is said of it than that it does not enhance, and in
low-grade glioma it is seldom necrotic. Grade is the folder. Validation cases have no labels:
unknown, not empty. Mirrors store `.nii` or `.nii.gz`. Patients recur in every BraTS year and in MSD
Task01. A patient is the name without its year, `CBICA_AAB_1`: 2019 kept it (public rows of the
table that links the years), and later years are joined by tables of theirs; Task01 cannot be.
"""

import re
from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Term

# how tables that link the years call the columns, in releases up to 2020 and since
LATER = (
    "BraTS_2018_subject_ID", "BraTS2018", "BraTS_2019_subject_ID", "BraTS2019",
    "BraTS_2020_subject_ID", "BraTS2020",
)  # fmt: skip


def earliest(row: Mapping[str, str]) -> str:
    """Whose row of such a table it is: `CBICA_AAB_1` of 2018 and 2019, else the name in 2020."""
    names = [row.get(column) or "" for column in LATER]
    found = [m[1] for name in names if (m := re.fullmatch(r"(?i)brats1[89]_(.+)", name))]
    return (found + [name for name in names if name.startswith("BraTS20_")] + [""])[0]


SOURCE = Source(
    name="brats2018",
    title="BraTS 2018",
    version="1.0.0",
    homepage="https://www.med.upenn.edu/sbia/brats2018/data.html",
    license="LicenseRef-BraTS-2018",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2017",),
    cite="Menze et al., IEEE TMI 2015, doi:10.1109/TMI.2014.2377694",
    cases=Files(
        (
            "MICCAI_BraTS_2018_Data_{set:Training}/{grade:HGG|LGG}/{patient}/"
            "{patient}_{channel:flair|t1|t1ce|t2}.{suffix:nii|nii.gz}",
            "MICCAI_BraTS_2018_Data_{set:Validation}/{patient}/"
            "{patient}_{channel:flair|t1|t1ce|t2}.{suffix:nii|nii.gz}",
        ),
        channels={"flair": "FLAIR", "t1": "T1w", "t1ce": "T1w+Gd", "t2": "T2w"},
        derive={"name": lambda row: row["patient"].partition("_")[2]},
    ),
    subject="{name}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "MICCAI_BraTS_2018_Data_{set}/{grade}/{patient}/{patient}_seg.{suffix}",
            names={1: "non-enhancing tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"},
            missing=UNKNOWN,
        ),
        Class(
            "{grade}",
            names={"HGG": "high-grade glioma", "LGG": "low-grade glioma"},
            level="subject",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset042_BraTS18.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS18.md",
    ),
    verified="loader",
)
