"""Kather 2016: H&E tiles of colorectal cancer slides in eight tissue classes, 150 pixels wide.

A file's name holds ".tif_Row_" in its middle and names the slide, of which there are ten, and most
often the part of it ("02_007b", but "10c"): the slide is the subject. The Kaggle copy nests the
folder twice.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="kather2016",
    title="Kather 2016 colorectal texture",
    version="1.0.0",
    homepage="https://zenodo.org/records/53169",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Kather et al., Multi-class texture analysis in colorectal cancer histology, Sci Rep 2016",
    cases=Files(
        "{class:01_TUMOR|02_STROMA|03_COMPLEX|04_LYMPHO|05_DEBRIS|06_MUCOSA|07_ADIPOSE|08_EMPTY}/"
        "{tile}_CRC-Prim-HE-{slide:2}{part}.tif_Row_{row:d}_Col_{column:d}.tif"
    ),
    subject="{slide}",
    labels=[
        Class(
            "{class}",
            names={
                "01_TUMOR": "tumour epithelium",
                "02_STROMA": "stroma",
                "03_COMPLEX": "complex stroma",
                "04_LYMPHO": "lymphoid tissue",
                "05_DEBRIS": "cellular debris",
                "06_MUCOSA": "normal colon mucosa",
                "07_ADIPOSE": "adipose tissue",
                "08_EMPTY": "background",
            },
        )
    ],
    evidence=('public code search for "Kather_texture_2016_image_tiles_5000" and "CRC-Prim-HE-"',),
    verified="loader",
)
