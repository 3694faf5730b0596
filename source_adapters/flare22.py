"""FLARE22: thirteen abdominal organs on CT, labelled training and tuning cases.

Images end in the channel suffix `_0000`, labels do not. The right kidney is 2 and the left is 13.
The 2000 unlabelled cases are not read. The labelled cases have pancreas disease and come from MSD
Task07 under other numbers (from memory). Licence and rights are the challenge's own terms.
"""

from gmai_data import Files, Mask, Source, Term

ORGANS = {
    1: "liver", 2: "right kidney", 3: "spleen", 4: "pancreas", 5: "aorta",
    6: "inferior vena cava", 7: "right adrenal gland", 8: "left adrenal gland",
    9: "gallbladder", 10: "oesophagus", 11: "stomach", 12: "duodenum", 13: "left kidney",
}  # fmt: skip

SOURCE = Source(
    name="flare22",
    title="FLARE22",
    version="1.0.0",
    homepage="https://flare22.grand-challenge.org/",
    license="LicenseRef-FLARE22",
    access="registration",
    derived_from=("msd-task07-pancreas",),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Ma et al., Lancet Digital Health 2024, doi:10.1016/S2589-7500(24)00154-7",
    cases=Files(
        (
            "**/images/{set:FLARE22_Tr}_{n:04d}_0000.nii.gz",  # the folders above vary
            "**/images/{set:FLARETs}_{n:04d}_0000.nii.gz",
        )
    ),
    subject="{set}-{n}",
    split=Term("{set}", {"FLARE22_Tr": "train", "FLARETs": "val"}),
    labels=[
        Mask(
            "**/labels/{set}_{n}.nii.gz",
            names=ORGANS,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FLARE2022.md",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
