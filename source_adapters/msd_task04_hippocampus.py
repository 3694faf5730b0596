"""MSD Task04: anterior and posterior hippocampus on small T1-weighted MR crops.

A crop holds one hippocampus; which side is not recorded, so no side can be said from the name. The
archive holds `._*` files. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task04-hippocampus",
    title="Medical Segmentation Decathlon Task04 Hippocampus",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    modality="MR",
    sequence="T1w",
    anatomy=("hippocampus",),
    department="Neurosurgery",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task04_Hippocampus", ""),
    cases=Files("imagesTr/hippocampus_{n:03d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/hippocampus_{n}.nii.gz",
            names={1: "anterior hippocampus", 2: "posterior hippocampus"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Hippocampus.md",
    ),
    verified="loader",
)
