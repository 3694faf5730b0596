"""Learn2Reg OASIS: 35 structures of the brain on T1 MR, made by FreeSurfer.

Labels are the output of a program, not of a person, and keep the `_0000` of the image. Images are
those of OASIS-1, aligned to an atlas and skull-stripped; patients are shared with Neurite-OASIS
under other numbers. 18 and 34 (vessels in the putamen) are ignored. Test labels are hidden.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

MIDLINE = {11: "third ventricle", 12: "fourth ventricle", 13: "brainstem"}
LEFT = {
    1: "cerebral white matter", 2: "cerebral hemisphere cortex", 3: "lateral ventricle",
    4: "temporal horn of the lateral ventricle", 5: "cerebellar white matter",
    6: "cerebellar cortex", 7: "thalamus", 8: "caudate nucleus", 9: "putamen",
    10: "globus pallidus", 14: "hippocampus", 15: "amygdala", 16: "nucleus accumbens",
    17: "ventral diencephalon", 19: "choroid plexus",
}  # fmt: skip
RIGHT = {n + (19 if n < 11 else 16): name for n, name in LEFT.items()}

SOURCE = Source(
    name="l2r-oasis",
    title="Learn2Reg OASIS",
    version="1.0.0",
    homepage="https://learn2reg.grand-challenge.org/Datasets/",
    license="LicenseRef-OASIS",
    access="registration",
    redistribution=False,
    derived_from=("neurite-oasis",),
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Hoopes et al., MELBA 2022, doi:10.59275/j.melba.2022-74f1; Marcus et al., Journal of "
    "Cognitive Neuroscience 2007, doi:10.1162/jocn.2007.19.9.1498",
    cases=Files("images{set:Tr|Ts}/OASIS_{n:04d}_0000.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"Tr": "train", "Ts": "test"}),
    labels=[
        Mask(
            "labels{set}/OASIS_{n}_0000.nii.gz",
            names={
                **MIDLINE,
                **{n: f"left {name}" for n, name in LEFT.items()},
                **{n: f"right {name}" for n, name in RIGHT.items()},
                18: None,
                34: None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/L2R-OASIS.md",
        'public loader code (search for "imagesTr/OASIS_")',
        'public code search for "LR is the shortest" (the header, LIA)',
    ),
    verified="loader",
)
