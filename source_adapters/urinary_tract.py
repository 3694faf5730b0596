"""Urinary tract infection: cells in unstained voided urine under a bright-field microscope.

A mask holds one of seven classes per pixel, not cells: touching cells are one. Red and white cells
are one class. 100 images in each of the three sets. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source, Term

SOURCE = Source(
    name="urinary-tract",
    title="Urinary tract infection bright-field microscopy",
    version="1.0.0",
    homepage="https://doi.org/10.14278/rodare.2473",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Liou et al., A clinical microscopy dataset to develop a deep learning diagnostic test "
    "for urinary tract infection, Scientific Data 2024",
    cases=Files("ds1/{set:train|validation|test}/img/cls/{stem}.tif"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        Mask(
            "ds1/{set}/mult_mask/cls/{stem}.tif",
            names={
                1: "rod-shaped bacteria",
                2: "blood cells",
                3: "yeast",
                4: None,
                5: "epithelial cell",
                6: "small sheet of epithelial cells",
                7: "large sheet of epithelial cells",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/urinary_tract.py",
    ),
    verified="loader",
)
