"""NIH malaria: single red cells cut out of Giemsa-stained thin smears, parasitised or not.

A file name begins with the patient, `C33P1thinF_…` or `C1_thinF_…`. The Kaggle copy nests
`cell_images/cell_images` with all images a second time; both classes have a `Thumbs.db`.
"""

import re
from collections.abc import Mapping

from gmai_data import Class, Files, Source


def patient(row: Mapping[str, str]) -> str:
    """The patient at the beginning of a file name."""
    found = re.match(r"C\d+(P\d+)?", row["stem"])
    return found.group() if found else row["stem"]


SOURCE = Source(
    name="malaria-nih",
    title="NIH malaria cell images",
    version="1.0.0",
    homepage=(
        "https://lhncbc.nlm.nih.gov/LHC-research/LHC-projects/image-processing/"
        "malaria-datasheet.html"
    ),
    license="LicenseRef-Public-Domain",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Infectious Diseases",
    sequence="Giemsa",
    redistribution=True,
    cases=Files("{class:Parasitized|Uninfected}/{stem}.png", derive={"patient": patient}),
    subject="{patient}",
    labels=[
        Class(
            "{class}",
            names={
                "Parasitized": "parasitised erythrocyte",
                "Uninfected": "uninfected erythrocyte",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Malaria.md",
    ),
    verified="loader",
)
