"""MSD Task02: left atrium on MR.

Mono-modal MR of the whole heart, one label. Numbers are not contiguous. The archive holds `._*`
files. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task02-heart",
    title="Medical Segmentation Decathlon Task02 Heart",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task02_Heart", ""),
    cases=Files("imagesTr/la_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/la_{n}.nii.gz",
            names={1: "left atrium"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Cardiac.md",
    ),
    verified="loader",
)
