"""ChestMNIST: chest radiographs with 14 findings mined from reports, from NIH ChestX-ray14.

Patient ids and the names of the original images are lost. The 224 pixel file of MedMNIST+ is read
where there is one, else the 28 pixel file. A row of labels holds 14 answers, 0 or 1; 0 says that
the report does not mention the finding, so it does not become a statement, and 14 zeros are "no
finding".
"""

import re

from gmai_data import NO_SUBJECT, Arrays, Class, Layout, Source

FINDINGS = [
    "atelectasis",
    "cardiomegaly",
    "pleural effusion",
    "infiltration",
    "lung mass",
    "lung nodule",
    "pneumonia",
    "pneumothorax",
    "consolidation",
    "pulmonary oedema",
    "emphysema",
    "pulmonary fibrosis",
    "pleural thickening",
    "hernia",
]
# The row of answers comes as one text, "0|1|0…": a part for each place in it.
ROWS = [
    *((re.compile(rf"(?:[01]\|){{{k}}}1(?:\|.*)?"), name) for k, name in enumerate(FINDINGS)),
    (re.compile(r"0(?:\|0)*"), "no finding"),
]

SOURCE = Source(
    name="chestmnist",
    title="ChestMNIST (MedMNIST v2)",
    version="2.0.0",
    homepage="https://zenodo.org/records/10519652",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("nih-chestxray14",),
    cite="Yang et al., MedMNIST v2, Scientific Data 2023",
    subject=NO_SUBJECT,
    split="{split}",
    layouts=(
        Layout(
            "224",
            cases=Arrays("chestmnist_224.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[
                Class(
                    array="chestmnist_224.npz!{split}_labels",
                    names={row: name, re.compile(".*"): None},
                )
                for row, name in ROWS
            ],
        ),
        Layout(
            "28",
            cases=Arrays("chestmnist.npz!{split:train|val|test}_images", axes="NHW"),
            labels=[
                Class(
                    array="chestmnist.npz!{split}_labels",
                    names={row: name, re.compile(".*"): None},
                )
                for row, name in ROWS
            ],
        ),
    ),
    evidence=(
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/dataset.py",
    ),
    verified="loader",
)
