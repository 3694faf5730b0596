"""KiPA22: kidney with a tumour, renal artery and renal vein on CT angiography.

A volume is a crop around one kidney, whose side is not recorded. Values are stored 1000 above HU.
The tumour is cut out of the kidney. Labels of the test cases are hidden: unknown.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="kipa22",
    title="KiPA22 (kidney parsing)",
    version="1.0.0",
    homepage="https://kipa22.grand-challenge.org/",
    license="LicenseRef-KiPA22",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="CT",
    sequence="CT angiography",
    anatomy=("kidney",),
    department="Urology",
    intensity="HU-1000",
    cite="He et al., Meta grayscale adaptive network, Medical Image Analysis 2021",
    cases=Files("{set:train|test}/image/{n:d}.nii.gz"),
    subject="{n}",
    split="{set}",
    labels=[
        Mask(
            "{set}/label/{n}.nii.gz",
            names={1: "renal vein", 2: "kidney", 3: "renal artery", 4: "kidney tumour"},
            includes={2: (4,)},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/KiPA22.md",
    ),
    verified="loader",
)
