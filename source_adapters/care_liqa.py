"""CARE 2024 LiQA: the liver on hepatobiliary-phase MR, with the stage of fibrosis.

Seven sequences of a patient lie on grids of their own; the mask is on GED4 (hepatobiliary phase of
gadoxetate) alone, and only that is read. 30 of 250 patients have a mask: the others are unknown.
The last letters of a folder's name are the stage of fibrosis (S1 to S4), of the patient, by
pathology. Public code has the vendors' folders in `LiQA_training_data` or in `train`; those of the
validation set name no stage and are no cases.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source

SOURCE = Source(
    name="care-liqa",
    title="CARE 2024 LiQA (liver fibrosis)",
    version="1.0.0",
    homepage="http://zmic.org.cn/care_2024/track3/",
    license="LicenseRef-CARE-2024",
    access="agreement",
    redistribution=False,
    commercial=False,
    modality="MR",
    sequence="T1w+Gd",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cases=Files("**/Vendor_{vendor:A|B1|B2}/{patient:d}-{site}-S{stage:d}/GED4.nii.gz"),
    subject="{vendor}-{patient}",
    labels=[
        Mask(
            "**/Vendor_{vendor}/{patient}-{site}-S{stage}/mask_GED4.nii.gz",
            names={1: "liver"},
            missing=UNKNOWN,
        ),
        Class(
            "{stage}",
            names={n: f"liver fibrosis stage S{n}" for n in range(1, 5)},
            level="subject",
        ),
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py (train/Vendor_B1/1194-B1-S4/)",
        'public code search for "GED4.nii.gz" (LiQA_training_data/Vendor_B2/1075-B2-S4/; the '
        "guide to the validation set)",
    ),
    verified="loader",
)
