"""KiTS23: kidney, tumour and cyst on contrast-enhanced CT.

Case numbers have a gap (299 to 400). `instances/` holds one file per object and annotator beside
the merged map and is not read. The kidney has no side in the labels. Patients are those of KiTS19
and KiTS21.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="kits23",
    title="KiTS23",
    version="1.0.0",
    homepage="https://kits-challenge.org/kits23/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    derived_from=("kits21", "kits19"),
    cite="Heller et al., The KiTS21 Challenge, arXiv:2307.01984",
    cases=Files("case_{case:05d}/imaging.nii.gz"),
    subject="{case}",
    subject_space="kits19",
    labels=[
        Mask(
            "case_{case}/segmentation.nii.gz",
            names={1: "kidney", 2: "kidney tumour", 3: "kidney cyst"},
            includes={1: (2, 3)},  # tumour and cyst are cut out of the kidney
            empty=ABSENT,  # all three are annotated in every case
        )
    ],
    evidence=(
        "https://github.com/neheller/kits23",
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset220_KiTS2023.py",
    ),
    verified="loader",
)
