"""MSD Task05: peripheral and transition zone of the prostate on MR.

Images are 4D, last axis T2w then ADC, labels 3D. 1 is the peripheral and 2 the transition zone in
the release's dataset.json, and a listing finds 2 the larger one, as it must be; the SAT-DS loader
says the reverse. The archive holds `._*` files. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task05-prostate",
    title="Medical Segmentation Decathlon Task05 Prostate",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("prostate",),
    department="Urology",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task05_Prostate", ""),
    cases=Files("imagesTr/prostate_{n:d}.nii.gz", channels=["T2w", "ADC"]),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/prostate_{n}.nii.gz",
            names={1: "peripheral zone", 2: "transition zone"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Prostate.md",
        'public code search for dataset.json with "PZ" and "TZ"',
    ),
    verified="loader",
)
