"""CTPelvic1K: sacrum, hip bones and lumbar vertebrae on the two subsets that have own CTs.

Labels 2 and 3 are the hip bones, but sources disagree on which is left: public lists say right,
right-to-left measured on the release says 2 is the left one. Both are read without a side. Of 75
scans with metal implants (subset 7) 14 are annotated; the others are unknown, not empty. Masks of
subsets 1 to 5 belong to other releases and are not read.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source

SOURCE = Source(
    name="ctpelvic1k",
    title="CTPelvic1K (subsets 6 and 7)",
    version="1.0.0",
    homepage="https://zenodo.org/records/4588403",
    license="LicenseRef-CTPelvic1K-CC-BY-NC-SA",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("pelvis",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Liu et al., IJCARS 2021, doi:10.1007/s11548-021-02363-8",
    cases=Files("CTPelvic1K_dataset{set:6|7}_data/dataset{set}_{case}_data.nii.gz"),
    subject="{case}",
    labels=[
        Mask(
            First(
                "CTPelvic1K_dataset6_Anonymized_mask/**/dataset{set}_{case}_mask_4label.nii.gz",
                "CTPelvic1K_dataset7_mask/**/{case}_mask_4label.nii.gz",
            ),
            names={1: "sacrum", 2: "hip bone", 3: "hip bone", 4: "lumbar vertebra"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ctpelvic1k.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CTPelvic1K.md",
    ),
    verified="loader",
)
