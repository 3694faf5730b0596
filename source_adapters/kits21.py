"""KiTS21: kidney, tumour and cyst on contrast-enhanced CT.

Three people annotated every object; read is the majority vote of them, of three aggregates that
lie beside the image. The kidney has no side in the labels. Patients are those of KiTS19 and
KiTS23. Images are downloaded into the cloned repository by a script.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="kits21",
    title="KiTS21",
    version="1.0.0",
    homepage="https://kits-challenge.org/kits21/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derived_from=("kits19",),
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    cite="Heller et al., The KiTS21 Challenge, arXiv:2307.01984",
    cases=Files("case_{case:05d}/imaging.nii.gz"),
    subject="{case}",
    subject_space="kits19",
    labels=[
        Mask(
            "case_{case}/aggregated_MAJ_seg.nii.gz",
            names={1: "kidney", 2: "kidney tumour", 3: "kidney cyst"},
            includes={1: (2, 3)},  # tumour and cyst are cut out of the kidney
            empty=ABSENT,  # all three are annotated in every case
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/Task135_KiTS2021.py",
    ),
    verified="loader",
)
