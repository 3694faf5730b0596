"""LAScarQS 2022: left atrium and its scar on late gadolinium enhancement MR.

Task 1 has atrium and scar, task 2 the atrium alone, and their numbers start again: whether a
patient is in both is not known, so the two tasks should not be split from each other. Masks are
binary with any value above 0. The scar is that of the atrial wall, before or after ablation.
Validation folders hold no labels and are not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="lascarqs22",
    title="LAScarQS 2022 (tasks 1 and 2)",
    version="1.0.0",
    homepage="https://zmiclab.github.io/projects/lascarqs22/",
    license="LicenseRef-LAScarQS-2022",
    access="agreement",
    redistribution=False,
    commercial=False,
    modality="MR",
    sequence="LGE",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Li et al., Medical Image Analysis 2022, doi:10.1016/j.media.2021.102303",
    cases=Files("task{task:1|2}/train_data/train_{n:d}/enhanced.nii.gz"),
    subject="{task}-{n}",
    labels=[
        Mask(
            "task{task}/train_data/train_{n}/atriumSegImgMO.nii.gz",
            form="binary",
            name="left atrium",
        ),
        Mask(
            "task{task}/train_data/train_{n}/scarSegImgM.nii.gz",
            form="binary",
            name="left atrial scar",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/LAScarQS_2022.md",
    ),
    verified="loader",
)
