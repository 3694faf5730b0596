"""MoNuSeg 2018: H&E tiles of seven and more organs at 40x, every nucleus outlined.

ImageScope files with a region per nucleus, in pixels. The organ of a tile is in the paper only. The
patient is the first three parts of the TCGA barcode. The training archive unpacks to a folder with
blanks; releases of 30 and of 37 training tiles exist.
"""

from gmai_data import Files, Layout, Mask, Source

SOURCE = Source(
    name="monuseg",
    title="MoNuSeg 2018",
    version="1.0.0",
    homepage="https://monuseg.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    derived_from=("tcga",),
    cite="Kumar et al., A Multi-Organ Nucleus Segmentation Challenge, IEEE TMI 2020",
    subject="TCGA-{site}-{patient}",
    subject_space="tcga",
    parts=(
        Layout(
            "training",
            cases=Files(
                "MoNuSeg 2018 Training Data/Tissue Images/TCGA-{site:2}-{patient:4}-{slide}.tif"
            ),
            split="train",
            labels=[
                Mask(
                    "MoNuSeg 2018 Training Data/Annotations/TCGA-{site}-{patient}-{slide}.xml",
                    form="imagescope",
                    name="nucleus",
                    instances=True,
                )
            ],
        ),
        Layout(
            "test",
            cases=Files("MoNuSegTestData/TCGA-{site:2}-{patient:4}-{slide}.tif"),
            split="test",
            labels=[
                Mask(
                    "MoNuSegTestData/TCGA-{site}-{patient}-{slide}.xml",
                    form="imagescope",
                    name="nucleus",
                    instances=True,
                )
            ],
        ),
    ),
    evidence=(
        "torch_em/data/datasets/histopathology/monuseg.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/MoNuSeg.md",
    ),
    verified="loader",
)
