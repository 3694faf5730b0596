"""GlaS (Warwick-QU): H&E tiles of colorectal tissue, every gland outlined, benign or malignant.

The annotation holds an instance id per gland. Headers of `Grade.csv` begin with a blank (from
memory); two test parts.
"""

from gmai_data import Class, Files, Mask, Source, Table, Term

SOURCE = Source(
    name="glas",
    title="GlaS (Warwick-QU)",
    version="1.0.0",
    homepage="https://warwick.ac.uk/fac/cross_fac/tia/data/glascontest/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    benchmark=("test",),
    cases=Files("{set:train|testA|testB}_{n:d}.bmp"),
    join=[Table("Grade.csv", parse={"name": "{set:train|testA|testB}_{n:d}"}, on=("set", "n"))],
    subject="{patient ID}",
    split=Term("{set}", {"train": "train", "testA": "test", "testB": "test"}),
    labels=[
        Class(
            "{grade (GlaS)}",
            of="malignancy",
            names={"benign": "benign", "malignant": "malignant"},
        ),
        Mask("{set}_{n}_anno.bmp", name="gland", instances="{pixel}"),
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/glas.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/GlaS.md",
    ),
    verified="loader",
)
