"""CRAG: H&E tiles of colorectal adenocarcinoma, every gland outlined, a number per gland.

Tiles are cut from 38 slides of which nothing is told, so every tile is its own subject. The folder
`valid` holds the published test set: its files are named `test_<n>`.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source, Term

SOURCE = Source(
    name="crag",
    title="CRAG (colorectal adenocarcinoma gland)",
    version="1.0.0",
    homepage="https://warwick.ac.uk/fac/cross_fac/tia/data/mildnet",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    benchmark=("test",),
    cite="Graham et al., MILD-Net, Medical Image Analysis 2019, doi:10.1016/j.media.2018.12.001",
    cases=Files("{set:train|valid}/Images/{stem}.png"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "test"}),
    labels=[Mask("{set}/Annotation/{stem}.png", name="colonic gland", instances="{pixel}")],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/CRAG.md",),
    verified="loader",
)
