"""Micro-ultrasound prostate: the prostate on sweeps of 29 MHz transrectal ultrasound.

Slices are frames of a rotated sweep, not parallel planes: nothing is said of planes, sides or
volume. Image and mask files bear different prefixes. The outlines of the expert are read; those of
students and of a clinician, who also drew, are not.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="micro-us-prostate",
    title="Micro-ultrasound prostate segmentation",
    version="1.0.0",
    homepage="https://zenodo.org/records/10475293",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="Ultrasound",
    anatomy=("prostate",),
    department="Urology",
    display="as stored",
    benchmark=("test",),
    cite="Jiang et al., MicroSegNet, Computerized Medical Imaging and Graphics 2024, "
    "doi:10.1016/j.compmedimag.2024.102326",
    root=("Micro_Ultrasound_Prostate_Segmentation_Dataset", ""),
    cases=Files("{set:train|test}/micro_ultrasound_scans/microUS_{set}_{n:d}.nii.gz"),
    subject="{set} {n}",
    split="{set}",
    labels=[
        Mask(
            "{set}/expert_annotations/expert_annotation_{set}_{n}.nii.gz",
            form="binary",
            name="prostate",
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/micro_usp.py",
        'public code search for "microUS_train_"',
    ),
    verified="loader",
)
