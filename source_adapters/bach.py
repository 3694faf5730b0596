"""BACH (ICIAR 2018): H&E photographs of breast tissue in four classes.

The patient list is published apart from the archive, so every image is its own subject although
some patients have several. The test photographs have no labels and the whole slides are not
declared. Some TIFFs cannot be read by every library; such a one is rejected and counted.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="bach",
    title="BACH (ICIAR 2018)",
    version="1.0.0",
    homepage="https://zenodo.org/records/3632035",
    license="CC-BY-NC-ND-4.0",
    access="open",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=False,
    cite="Aresta et al., BACH, Medical Image Analysis 2019",
    cases=Files("Photos/{class:Normal|Benign|InSitu|Invasive}/{name}.tif"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "Normal": "normal breast tissue",
                "Benign": "benign breast lesion",
                "InSitu": "carcinoma in situ",
                "Invasive": "invasive carcinoma",
            },
        )
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/bach.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "ICIAR_2018_BACH_Task1.md",
    ),
    verified="loader",
)
