"""NeurIPS 2022 Cell Segmentation: cells of many kinds under four kinds of microscope.

Bright field, phase contrast, interference contrast and fluorescence are mixed and not told apart;
so are formats and bit depths. A label image holds a number per cell. The pictures without labels
(`release-part1` and after) are not declared, and the hidden test set is not published.
"""

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source

SUFFIX = "{:png|bmp|tif|tiff|jpg|jpeg}"

SOURCE = Source(
    name="neurips-cellseg",
    title="NeurIPS 2022 Weakly Supervised Cell Segmentation in Multi-modality Microscopy",
    version="1.0.0",
    homepage="https://zenodo.org/records/10719375",
    license="CC-BY-NC-ND-4.0",
    access="open",
    modality="Microscopy",
    department="Laboratory Medicine and Pathology",
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    cite="Ma et al., The multimodality cell segmentation challenge, Nature Methods 2024",
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "training",
            cases=Files(f"Training-labeled/images/{{stem}}.{SUFFIX}"),
            split="train",
            labels=[
                Mask("Training-labeled/labels/{stem}_label.tiff", name="cell", instances="{pixel}")
            ],
        ),
        Layout(
            "tuning",
            cases=Files(f"Tuning/images/{{stem}}.{SUFFIX}"),
            split="val",
            labels=[Mask("Tuning/labels/{stem}_label.tiff", name="cell", instances="{pixel}")],
        ),
        Layout(
            "testing",
            cases=Files(f"Testing/Public/images/{{stem}}.{SUFFIX}"),
            split="test",
            labels=[
                Mask("Testing/Public/labels/{stem}_label.tiff", name="cell", instances="{pixel}")
            ],
        ),
    ),
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/neurips_cell_seg.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "NeurIPS2022CellSeg.md",
    ),
    verified="loader",
)
