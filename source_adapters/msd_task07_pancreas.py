"""MSD Task07: pancreas and its masses on portal venous CT.

The mass is cut out of the pancreas and may be a cyst or a tumour: one label for both. Every case
was chosen for its mass. The archive holds `._*` files. Test labels are hidden. AbdomenCT-1K, FLARE
and others reuse these scans under other numbers.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task07-pancreas",
    title="Medical Segmentation Decathlon Task07 Pancreas",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("pancreas",),
    department="Gastroenterology and Hepatology",
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task07_Pancreas", ""),
    cases=Files("imagesTr/pancreas_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/pancreas_{n}.nii.gz",
            names={1: "pancreas", 2: "pancreatic mass"},
            includes={1: (2,)},  # the mass is cut out of the pancreas
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Pancreas_Tumour.md",
    ),
    verified="loader",
)
