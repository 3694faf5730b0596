"""Couinaud segments of the liver (GLCUnet) for CT of MSD Task08; labels alone.

Values 1 to 8 are the segments by Couinaud's numbers, 1 the caudate lobe. Images are those of MSD
Task08 HepaticVessel under the same names; those without segments are left out. The archive holds
`._*` files of a Mac.
"""

from gmai_data import SKIP, Files, Mask, Source

SOURCE = Source(
    name="couinaud-liver",
    title="Couinaud liver segments (GLCUnet)",
    version="1.0.0",
    homepage="https://github.com/GLCUnet/dataset",
    license="LicenseRef-GLCUnet",
    access="open",
    derived_from=("msd-task08-hepaticvessel",),
    subject_space="msd-task08-hepaticvessel",
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Tian et al., Automatic Couinaud segmentation from CT volumes, LNCS 11861, 2019",
    cases=Files("<msd-task08-hepaticvessel>/**/imagesTr/hepaticvessel_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "hepaticvessel_{n}.nii.gz",
            names={n: f"liver segment {n}" for n in range(1, 9)},
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py, data/jsonl/Couinaud_Liver.jsonl",
    ),
    verified="loader",
)
