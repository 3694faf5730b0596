"""MSD Task09: spleen on portal venous CT.

The archive holds `._*` files. Numbers are not contiguous. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task09-spleen",
    title="Medical Segmentation Decathlon Task09 Spleen",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("spleen",),
    department="General Surgery",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task09_Spleen", ""),
    cases=Files("imagesTr/spleen_{n:d}.nii.gz"),
    subject="{n}",
    labels=[Mask("labelsTr/spleen_{n}.nii.gz", names={1: "spleen"})],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Spleen.md",
    ),
    verified="loader",
)
