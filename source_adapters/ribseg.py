"""RibSeg v2: the ribs on CT of RibFrac; labels alone.

A value from 1 to 24 is one rib, but the release does not say in its text which: neither number nor
side of a rib is named, only that each value is another rib. Images are those of RibFrac, whose
fractures are declared there. Images without a rib map are left out (public code drops six that
were not annotated well).
"""

from gmai_data import SKIP, Files, Mask, Source

SOURCE = Source(
    name="ribseg",
    title="RibSeg v2",
    version="2.0.0",
    homepage="https://github.com/M3DV/RibSeg",
    license="CC-BY-NC-4.0",
    access="open",
    commercial=False,
    derived_from=("ribfrac",),
    subject_space="ribfrac",
    modality="CT",
    anatomy=("chest",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Jin et al., RibSeg v2, IEEE TMI 2023, arXiv:2210.09309",
    cases=Files("<ribfrac>/**/RibFrac{n:d}-image.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "**/RibFrac{n}-rib-seg.nii.gz",
            name="rib",
            instances="{pixel}",
            missing=SKIP,
        )
    ],
    exclude={
        str(n): "its ribs are not annotated well: the authors of nnU-Net drop it"
        for n in (452, 462, 471, 485, 487, 490)
    },
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset015_018_RibFrac_RibSeg.py",
        "https://github.com/M3DV/RibSeg README.md",
    ),
    verified="loader",
)
