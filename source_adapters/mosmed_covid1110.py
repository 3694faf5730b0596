"""MosMedData: chest CT of the first wave of COVID-19, graded CT-0 to CT-4 by how much lung is hit.

The grade is the folder's name: CT-0 has no sign of viral pneumonia, CT-4 more than three quarters
involved. Only 50 scans, all of CT-1, have a mask; the others are not annotated, which says nothing.
Every tenth slice was kept: slices are 8 mm apart.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source

SOURCE = Source(
    name="mosmed-covid1110",
    title="MosMedData COVID19_1110",
    version="1.0.0",
    homepage="https://mosmed.ai/en/datasets/covid191110/",
    license="CC-BY-NC-ND-3.0",
    access="open",
    commercial=False,
    derivatives=False,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Morozov et al., MosMedData, arXiv:2005.06465",
    cases=Files("**/CT-{grade:d}/study_{n:04d}.nii.gz"),  # in `studies/`, or without it
    subject="{n}",
    labels=[
        Class(
            "{grade}",
            of="lung involvement",
            names={0: "CT-0", 1: "CT-1", 2: "CT-2", 3: "CT-3", 4: "CT-4"},
            level="study",
        ),
        Mask("**/study_{n}_mask.nii.gz", names={1: "infection lesion"}, missing=UNKNOWN),
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/covid_1110.py",
        'public code search for "study_0255"',
    ),
    verified="loader",
)
