"""BrainPTM 2021: optic radiation and corticospinal tract on MR of patients before neurosurgery.

A file per tract and side, drawn by tractography, on the grid of T1; a tract that a case lacks was
not drawn: unknown. The diffusion series is not read, nor is the brain mask, which public code turns
round before use. Test cases have no tracts.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="brainptm",
    title="BrainPTM 2021 (white matter tracts)",
    version="1.0.0",
    homepage="https://brainptm-2021.grand-challenge.org/",
    license="LicenseRef-BrainPTM-2021",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Avital et al., IEEE TMI 2020; Nelkenbaum et al., BrainPTM 2021",
    cases=Files("sheba75_data_{set:train|test}/case_{n:d}/T1.nii.gz"),
    subject="{n}",
    split="{set}",
    labels=[
        Mask(
            "sheba75_tracts_{set}/case_{n}/{tract}.nii.gz",
            by="{tract}",
            names={
                "OR_left": "left optic radiation",
                "OR_right": "right optic radiation",
                "CST_left": "left corticospinal tract",
                "CST_right": "right corticospinal tract",
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BrainPTM.md",
    ),
    verified="loader",
)
