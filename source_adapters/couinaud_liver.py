"""Couinaud segments of the liver (GLCUnet) for CT of MSD Task08; labels alone.

Values 1 to 8 are the segments by Couinaud's numbers, 1 the caudate lobe. Images are those of MSD
Task08 HepaticVessel, training and test, under the same names; those without segments are left out.
`liver_annotation` holds the whole liver under the same names, as value 1: only the folder of the
segments, `couinaud_annotation`, is read. The archive holds `._*` files of a Mac. The licence is of
the labels; images are CC-BY-SA-4.0.
"""

from gmai_data import SKIP, Files, Mask, Source

SOURCE = Source(
    name="couinaud-liver",
    title="Couinaud liver segments (GLCUnet)",
    version="1.0.0",
    homepage="https://github.com/GLCUnet/dataset",
    license="MIT",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("msd-task08-hepaticvessel",),
    subject_space="msd-task08-hepaticvessel",
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Tian et al., Automatic Couinaud segmentation from CT volumes, LNCS 11861, 2019",
    cases=Files("<msd-task08-hepaticvessel>/**/{:imagesTr|imagesTs}/hepaticvessel_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "couinaud_annotation/hepaticvessel_{n}.nii.gz",
            names={n: f"liver segment {n}" for n in range(1, 9)},
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/couinaud.py "
        "(two archives, images of both parts, values)",
        "https://github.com/zhaoziheng/SAT-DS processor.py, data/jsonl/Couinaud_Liver.jsonl",
        'https://github.com/GLCUnet/dataset "data license"',
    ),
    verified="loader",
)
