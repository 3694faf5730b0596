"""MSD Task06: lung tumour (non-small cell cancer) on CT.

Only the tumour that was treated is outlined; other nodules may be seen. Numbers are not
contiguous. The archive holds `._*` files. Test labels are hidden. The scans are of the NSCLC
Radiogenomics collection of TCIA, under other numbers.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task06-lung",
    title="Medical Segmentation Decathlon Task06 Lung",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    derived_from=("tcia-nsclc-radiogenomics",),
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task06_Lung", ""),
    cases=Files("imagesTr/lung_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/lung_{n}.nii.gz",
            names={1: "lung tumour"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Lung_Tumours.md",
    ),
    verified="loader",
)
