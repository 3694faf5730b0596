"""ATLAS 2023: liver and liver tumours on contrast-enhanced T1-weighted MR.

Patients have hepatocellular carcinoma that cannot be resected. The tumour is cut out of the liver.
The phase of contrast differs between scans and is not recorded in the path. Test scans and their
labels are not public.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="atlas-liver-mr",
    title="ATLAS 2023 (tumour and liver segmentation, CE-MRI)",
    version="1.0.1",
    homepage="https://atlas-challenge.u-bourgogne.fr/",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    derivatives=True,
    modality="MR",
    sequence="T1w+Gd",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Quinton et al., Data 2023, 8(5), 79",
    cases=Files("imagesTr/im{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/lb{n}.nii.gz",
            names={1: "liver", 2: "liver tumour"},
            includes={1: (2,)},
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py, data/jsonl/ATLAS.jsonl",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ATLAS.md",
        'public code search for "atlas-train-dataset-1.0.1" (a loader that quotes the licence)',
    ),
    verified="loader",
)
