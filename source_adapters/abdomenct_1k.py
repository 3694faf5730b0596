"""AbdomenCT-1K: liver, kidney, spleen and pancreas on CT from twelve centres.

Both kidneys are one value. Images come from LiTS, KiTS, MSD Spleen and Pancreas, and Pancreas-CT:
put none of those beside it in one split recipe. Tumours and cysts count as the organ. Images past
number 1000 have no public labels (from memory): unknown.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="abdomenct-1k",
    title="AbdomenCT-1K",
    version="1.0.0",
    homepage="https://github.com/JunMa11/AbdomenCT-1K",
    license="LicenseRef-AbdomenCT-1K",
    access="open",
    commercial=False,
    derived_from=("lits", "kits19", "msd-task09-spleen", "msd-task07-pancreas", "pancreas-ct"),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Ma et al., IEEE TPAMI 2022, doi:10.1109/TPAMI.2021.3100536",
    cases=Files("**/Case_{n:05d}_0000.nii.gz"),  # in several archives
    subject="{n}",
    labels=[
        Mask(
            "**/Case_{n}.nii.gz",
            names={1: "liver", 2: "kidney", 3: "spleen", 4: "pancreas"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/AbdomenCT-1K.md",
    ),
    verified="loader",
)
