"""SegPC-2021: bone marrow smears of multiple myeloma, a mask file for each plasma cell.

In a mask 40 is the nucleus and 20 the cytoplasm around it: the cell is both. Only plasma cells of
interest are outlined. The test images are published without masks. Copies nest `train/train/x`. No
patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="segpc2021",
    title="SegPC-2021: Segmentation of Multiple Myeloma Plasma Cells",
    version="1.0.0",
    homepage="https://segpc-2021.grand-challenge.org/",
    license="CC-BY-4.0",
    access="registration",
    modality="Microscopy",
    anatomy=("bone marrow",),
    department="Hematology",
    benchmark=("test",),
    cite="Gupta et al., SegPC-2021: a challenge and dataset on segmentation of multiple myeloma "
    "plasma cells from microscopic images, Medical Image Analysis 2023",
    cases=Files("{set:train|validation|test}/**/x/{n:d}.bmp"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        Mask(
            "{set}/**/y/{n}_{k:d}.bmp",
            names={20: "plasma cell", 40: "nucleus"},
            includes={20: (40,)},
            instances="{k}",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/segpc.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SegPC21.md",
        'public loader code (search for "TCIA_SegPC_dataset"): values 20 and 40, nested folders',
    ),
    verified="loader",
)
