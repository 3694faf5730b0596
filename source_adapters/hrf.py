"""HRF: high-resolution fundus photographs, healthy, diabetic and glaucomatous, with vessels.

The ending of the name is the class; `mask/` is the field of view, `manual1/` the label. Suffixes
are upper and lower case. The paired quality set (`1_good.JPG`) is another download and not read.
"""

from gmai_data import NO_SUBJECT, Class, Files, Mask, Source

SOURCE = Source(
    name="hrf",
    title="High-Resolution Fundus Image Database",
    version="1.0.0",
    homepage="https://www5.cs.fau.de/research/data/fundus-images/",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Budai et al., Robust vessel segmentation in fundus images, IJBI 2013",
    cases=Files("images/{n:02d}_{class:dr|g|h}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={"dr": "diabetic retinopathy", "g": "glaucoma", "h": "normal retina"},
        ),
        Mask("manual1/{n}_{class}.tif", name="retinal vessel", threshold=127),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/HRF.md",
    ),
    verified="loader",
)
