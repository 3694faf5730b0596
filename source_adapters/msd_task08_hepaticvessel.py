"""MSD Task08: liver vessels and liver tumours on portal venous CT.

Vessels are those inside the liver, portal and hepatic veins in one label; the liver itself is not
outlined. Numbers are not contiguous. The archive holds `._*` files. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task08-hepaticvessel",
    title="Medical Segmentation Decathlon Task08 HepaticVessel",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task08_HepaticVessel", ""),
    cases=Files("imagesTr/hepaticvessel_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/hepaticvessel_{n}.nii.gz",
            names={1: "hepatic vessel", 2: "liver tumour"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Hepatic_Vessel.md",
    ),
    verified="loader",
)
