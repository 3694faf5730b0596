"""Neurite-OASIS: tissues of the brain on T1 MR of OASIS-1, made by FreeSurfer.

Labels are the output of a program, not of a person. Read are the original images and the map of
four tissues (in the order of public code); the 35 structures, the coronal slice and the images
aligned to an atlas are not. A few subjects came twice (MR1, MR2).
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="neurite-oasis",
    title="Neurite-OASIS",
    version="1.0.0",
    homepage="https://github.com/adalca/medical-datasets/blob/master/neurite-oasis.md",
    license="LicenseRef-OASIS",
    access="open",
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Hoopes et al., MELBA 2022, doi:10.59275/j.melba.2022-74f1; Marcus et al., Journal of "
    "Cognitive Neuroscience 2007, doi:10.1162/jocn.2007.19.9.1498",
    cases=Files("OASIS_OAS1_{patient:4}_MR{session:d}/orig.nii.gz"),
    subject="{patient}",
    study="{patient}-{session}",
    labels=[
        Mask(
            "OASIS_OAS1_{patient}_MR{session}/seg4.nii.gz",
            names={
                1: "cerebral cortex",
                2: "subcortical grey matter",
                3: "white matter",
                4: "cerebrospinal fluid",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/oasis.py",
        "https://github.com/adalca/medical-datasets neurite-oasis.md (files)",
        "https://github.com/zsxoff/deep-learning-brain-segmentation README.md (order of tissues)",
    ),
    verified="loader",
)
