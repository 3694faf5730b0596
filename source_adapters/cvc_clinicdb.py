"""CVC-ClinicDB: colonoscopy frames of 29 sequences, each with outlined polyps.

The Kaggle copy (from memory) has a table with the sequence of each frame. The original has none,
and frames of a sequence look alike: there, all is train.
"""

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source, Table

SOURCE = Source(
    name="cvc-clinicdb",
    title="CVC-ClinicDB",
    version="1.0.0",
    homepage="https://polyp.grand-challenge.org/CVCClinicDB/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    layouts=(
        Layout(
            "kaggle",
            cases=Files("PNG/Original/{n:d}.png"),
            join=[Table("metadata.csv", parse={"frame_id": "{n:d}"}, on="n")],
            subject="{sequence_id}",
            labels=[Mask("PNG/Ground Truth/{n}.png", name="polyp", threshold=127)],
        ),
        Layout(
            "original",
            cases=Files("Original/{n:d}.tif"),
            subject=NO_SUBJECT,
            split="train",
            labels=[Mask("Ground Truth/{n}.tif", name="polyp", threshold=127)],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/CVC-ClinicDB.md",
    ),
    verified="loader",
)
