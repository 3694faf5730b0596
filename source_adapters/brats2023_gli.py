"""BraTS 2023 GLI: adult glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 3, unlike BraTS 2021. Names use hyphens and end in a time point: a patient may
have several. The subjects are those of BraTS 2021: `BraTS2023_2017_GLI_Mapping.xlsx`, which is
published beside the archives, has their names there and in earlier years, and patients have one
split in all; without it they have not. The post-treatment scans of 2024 may be of some of these
patients.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Files, First, Mask, Source, Table, Term
from source_adapters.brats2018 import earliest
from source_adapters.brats2021 import AGAIN


def in_2021(row: Mapping[str, str]) -> str:
    """The patient's number in BraTS 2021, 97 of `BraTS2021_00097`; none where there is no such."""
    number = (row.get("BraTS2021") or "").rpartition("_")[2].lstrip("0")
    return AGAIN.get(number, number)


SOURCE = Source(
    name="brats2023-gli",
    title="BraTS 2023 GLI (adult glioma)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514105",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    derived_from=("brats2021",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cases=Files(
        "*-{set:Training|Validation}Data/BraTS-GLI-{patient:05d}-{time:03d}/"
        "BraTS-GLI-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    join=[
        Table(
            First("**/BraTS2023_2017_GLI_Mapping.xlsx", "**/BraTS2023_2017_GLI_Mapping.csv"),
            parse={"BraTS2023": "BraTS-GLI-{patient:05d}-{time:03d}"},
            where={"BraTS2023": "BraTS.+"},
            derive={"name": earliest, "number": in_2021},
            on=("patient", "time"),
            optional=True,
        )
    ],
    subject=First("{name}", "{number}", "BraTS-GLI {patient}"),
    subject_space="brats2018",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "*-{set}Data/BraTS-GLI-{patient}-{time}/BraTS-GLI-{patient}-{time}-seg.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 3: "enhancing tumour"},
            missing=UNKNOWN,  # validation labels are hidden
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        'public code search for "BraTS2023_2017_GLI_Mapping" (columns)',
    ),
    verified="loader",
)
