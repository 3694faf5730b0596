"""NCT-CRC-HE-100K: H&E tiles of colorectal tissue in nine classes; CRC-VAL-HE-7K is the test set.

The 100K tiles come from 86 patients whose ids are not given: no inner split is safe, so all is
train. The variant without stain normalisation (`-NONORM`) shows the same tiles and is not read.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source, Term

SOURCE = Source(
    name="nct-crc-he",
    title="NCT-CRC-HE-100K and CRC-VAL-HE-7K",
    version="1.0.0",
    homepage="https://zenodo.org/records/1214456",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:NCT-CRC-HE-100K|CRC-VAL-HE-7K}/"
        "{class:ADI|BACK|DEB|LYM|MUC|MUS|NORM|STR|TUM}/{stem}.tif"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"NCT-CRC-HE-100K": "train", "CRC-VAL-HE-7K": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "ADI": "adipose tissue",
                "BACK": None,
                "DEB": "cellular debris",
                "LYM": "lymphocyte",
                "MUC": "mucus",
                "MUS": "smooth muscle",
                "NORM": "normal colon mucosa",
                "STR": "cancer-associated stroma",
                "TUM": "colorectal adenocarcinoma epithelium",
            },
        )
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/crc.md",
        "https://github.com/MedMNIST/MedMNIST/blob/main/medmnist/info.py",
    ),
    verified="loader",
)
