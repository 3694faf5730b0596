"""FLARE23: thirteen abdominal organs and tumours on CT, partly annotated.

Which of the organs and tumours were annotated differs from case to case and is not said: some
have all organs, some five, some only tumours, and of tumours only a part. Background is no
negative here, so nothing is ever absent. Images end in `_0000`, labels do not. The unlabelled and
the validation scans are not read. Scans are of some thirty centres, many of them of other public
releases.
"""

from gmai_data import Files, Mask, Source

ORGANS = {
    1: "liver", 2: "right kidney", 3: "spleen", 4: "pancreas", 5: "aorta",
    6: "inferior vena cava", 7: "right adrenal gland", 8: "left adrenal gland",
    9: "gallbladder", 10: "oesophagus", 11: "stomach", 12: "duodenum", 13: "left kidney",
}  # fmt: skip

SOURCE = Source(
    name="flare23",
    title="FLARE23",
    version="1.0.0",
    homepage="https://codalab.lisn.upsaclay.fr/competitions/12239",
    license="LicenseRef-FLARE23",
    access="registration",
    derived_from=(
        "abdomenct-1k",
        "autopet-fdg",
        "flare22",
        "kits19",
        "lits",
        "msd-task03-liver",
        "msd-task07-pancreas",
        "totalsegmentator-v1",
    ),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Ma et al., Automatic Organ and Pan-cancer Segmentation in Abdomen CT: the FLARE 2023 "
    "Challenge, arXiv:2408.12534",
    root=("MICCAI-FLARE23", ""),
    cases=Files("imagesTr2200/FLARE23_{n:04d}_0000.nii.gz"),
    subject="{n}",
    labels=[Mask("labelsTr2200/FLARE23_{n}.nii.gz", names={**ORGANS, 14: "tumour"})],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/FLARE2023.md",),
    verified="loader",
)
