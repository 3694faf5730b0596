"""BTCV Cervix: bladder, uterus, rectum and small bowel on CT for radiotherapy of cervical cancer.

The small bowel is drawn in 28 of 30 cases. Test labels are hidden. SAT-DS uses registered averages
(`*avg*`), which are not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="btcv-cervix",
    title="BTCV Cervix (beyond the cranial vault)",
    version="1.0.0",
    homepage="https://www.synapse.org/Synapse:syn3378972",
    license="LicenseRef-BTCV",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("pelvis",),
    department="Obstetrics and Gynecology",
    cite="Landman et al., MICCAI Multi-Atlas Labeling Beyond the Cranial Vault 2015, "
    "doi:10.7303/syn3193805",
    root=("RawData", ""),
    cases=Files("{set:Training|Testing}/img/{n:7}-Image.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Mask(
            "{set}/label/{n}-Mask.nii.gz",
            names={1: "urinary bladder", 2: "uterus", 3: "rectum", 4: "small bowel"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BTCV_Cervix.md",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
