"""MSD Task10: primary colon cancer on portal venous CT.

Only the primary is outlined, neither the colon nor metastases. Numbers are not contiguous. The
archive holds `._*` files. Test labels are hidden. CTSpine1K labels vertebrae on the same scans.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task10-colon",
    title="Medical Segmentation Decathlon Task10 Colon",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task10_Colon", ""),
    cases=Files("imagesTr/colon_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/colon_{n}.nii.gz",
            names={1: "colon cancer"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Colon_Cancer.md",
    ),
    verified="loader",
)
