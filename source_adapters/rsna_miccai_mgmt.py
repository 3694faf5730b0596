"""RSNA-MICCAI 2021: MGMT promoter status of glioblastoma, on DICOM series of four MR sequences.

The status comes from tissue and cannot be seen: it belongs to the subject. Subjects are those of
BraTS 2021 under the same numbers. 00109, 00123 and 00709 have empty images and are left out. The
test subjects have no public label: unknown.
"""

from gmai_data import UNKNOWN, Class, DicomSeries, First, Source, Table
from source_adapters.brats2018 import earliest
from source_adapters.brats2021 import AGAIN, LINKS

SOURCE = Source(
    name="rsna-miccai-mgmt",
    title="RSNA-MICCAI Brain Tumor Radiogenomic Classification 2021",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/rsna-miccai-brain-tumor-radiogenomic-classification",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    derived_from=("brats2021",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Baid et al., The RSNA-ASNR-MICCAI BraTS 2021 Benchmark, arXiv:2107.02314",
    cases=DicomSeries(
        "{set:train|test}/{case:05d}/{channel:FLAIR|T1w|T1wCE|T2w}/Image-{n:d}.dcm",
        derive={"patient": lambda row: AGAIN.get(row["case"], row["case"])},
    ),
    join=[
        Table(
            f"<brats2021>/**/{LINKS}",
            parse={"BraTS2021": "BraTS2021_{patient:05d}"},
            where={"BraTS2021": "BraTS.+"},
            derive={"name": earliest},
            on="patient",
            optional=True,
        )
    ],
    subject=First("{name}", "{patient}"),
    subject_space="brats2018",
    study="{case}",
    split="{set}",
    labels=[
        Class(
            "{MGMT_value}",
            of="MGMT promoter status",
            names={"1": "methylated MGMT promoter", "0": "unmethylated MGMT promoter"},
            table=Table("train_labels.csv", parse={"BraTS21ID": "{case:d}"}, on="case"),
            level="subject",
            missing=UNKNOWN,
        )
    ],
    exclude={
        "00109": "has empty images, say the organisers",
        "00123": "has empty images, say the organisers",
        "00709": "has empty images, say the organisers",
    },
    evidence=("https://github.com/fepegar/torchio src/torchio/datasets/rsna_miccai.py",),
    verified="loader",
)
