"""MoNuSAC 2020: H&E crops of four organs, nuclei of four classes outlined in ImageScope files.

Crops are small and of any shape. A region belongs to the class of its layer; "Ambiguous" is of the
test part and is ignored. The organ is told in a paper only. Two patients of the TCGA (A2-A0ES,
MP-A4T7) are in both parts, and their training crops go to test. Some test crops have no .tif but an
.svs, and are left out.
"""

from gmai_data import Files, Layout, Mask, Source

NAMES = {
    "Epithelial": "epithelial cell",
    "Lymphocyte": "lymphocyte",
    "Macrophage": "macrophage",
    "Neutrophil": "neutrophil",
    "Ambiguous": None,
}


def part(name: str, folder: str, split: str) -> Layout:
    """One of the two archives."""
    return Layout(
        name,
        cases=Files(
            f"{folder}/TCGA-{{site:2}}-{{patient:4}}-{{slide}}/"
            "TCGA-{site}-{patient}-{slide}_{n:d}.tif"
        ),
        split=split,
        labels=[
            Mask(
                f"{folder}/TCGA-{{site}}-{{patient}}-{{slide}}/"
                "TCGA-{site}-{patient}-{slide}_{n}.xml",
                form="imagescope",
                names=NAMES,
                instances=True,
            )
        ],
    )


SOURCE = Source(
    name="monusac",
    title="MoNuSAC 2020",
    version="1.0.0",
    homepage="https://monusac-2020.grand-challenge.org/",
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
    cite="Verma et al., MoNuSAC2020: A Multi-Organ Nuclei Segmentation and Classification "
    "Challenge, IEEE TMI 2021",
    subject="TCGA-{site}-{patient}",
    subject_space="tcga",
    parts=(
        part("training", "MoNuSAC_images_and_annotations", "train"),
        part("test", "MoNuSAC Testing Data and Annotations", "test"),
    ),
    evidence=(
        "torch_em/data/datasets/histopathology/monusac.py",
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/monusac.md",
    ),
    verified="loader",
)
