"""CTSpine1K: 25 vertebral levels, each numbered, on CT of four public collections.

25 is a sixth lumbar vertebra. Stems hold dots, as they are often UIDs of the first collection.
Scans of MSD Task03 and of COVID-19-20 bear the numbers they have there (README: the folder MSD-T10
is of Task03). The licence is said to be CC BY-NC-SA, without its version. An older release has
other folders and is not read.
"""

import re
from collections.abc import Mapping

from gmai_data import Files, Mask, Source

LEVELS = (
    *(f"C{n}" for n in range(1, 8)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 7)),
)


def patient(row: Mapping[str, str]) -> str:
    """Whose scan it is: of MSD Task03, of COVID-19-20, else the name with its collection."""
    if found := re.fullmatch(r"liver_(\d+)", row["stem"]):
        return f"<lits>volume-{int(found[1])}"
    if found := re.fullmatch(r"volume-covid19-A-(\d+)(_ct)?", row["stem"]):
        return f"<covid-19-20>{int(found[1])}"
    return f"{row['collection']}/{row['stem']}"


SOURCE = Source(
    name="ctspine1k",
    title="CTSpine1K",
    version="1.0.0",
    homepage="https://github.com/MIRACLE-Center/CTSpine1K",
    license="LicenseRef-CTSpine1K-CC-BY-NC-SA",
    access="open",
    redistribution=True,
    commercial=False,
    derived_from=(
        "tcia-ct-colonography",
        "msd-task03-liver",
        "covid-19-20",
        "tcia-ct-images-in-covid-19",
    ),
    modality="CT",
    anatomy=("spine",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Deng et al., CTSpine1K, arXiv:2105.14711",
    root=("raw_data", ""),
    cases=Files("volumes/{collection}/{stem}.nii.gz", derive={"patient": patient}),
    subject="{patient}",
    subject_space=("covid-19-20", "lits"),
    labels=[
        Mask(
            "labels/{collection}/{stem}_seg.nii.gz",
            names={n: f"{level} vertebra" for n, level in enumerate(LEVELS, 1)},
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ctspine1k.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CTSpine1K.md",
    ),
    verified="loader",
)
