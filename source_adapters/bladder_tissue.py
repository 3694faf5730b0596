"""Endoscopic bladder tissue: cystoscopy frames, two grades of cancer, other lesions, or neither.

White light and narrow band are mixed; which it is stands in `annotations.csv`, as does the official
split (the table's column names are from memory). The case number is the patient.
"""

from gmai_data import Class, Files, Source, Table, Term

SOURCE = Source(
    name="bladder-tissue",
    title="Endoscopic Bladder Tissue Classification",
    version="1.0.0",
    homepage="https://doi.org/10.5281/zenodo.7741475",
    license="CC-BY-4.0",
    access="open",
    modality="Endoscopy",
    anatomy=("urinary bladder",),
    department="Urology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Lazo et al., Semi-supervised bladder tissue classification, IEEE TMI 2023",
    cases=Files(
        "{class:HGC|LGC|NST|NTL}/{stem}.png",
        parse={
            "stem": (
                "case_{case:d}_pt_{part:d}_frame_{n:d}",
                "case_{case:d}_cys_pt{part:d}_{n:d}",
            )
        },
    ),
    join=[
        Table("annotations.csv", parse={"HLY": "{stem}.png"}, on="stem", optional=True),
    ],
    subject="{case}",
    split=Term("{sub_dataset}", {"train": "train", "val": "val", "test": "test", None: None}),
    labels=[
        Class(
            "{class}",
            names={
                "HGC": "high-grade urothelial carcinoma",
                "LGC": "low-grade urothelial carcinoma",
                "NST": "non-suspicious bladder tissue",
                "NTL": "non-tumorous bladder lesion",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Endoscopic_Bladder_Tissue_Classification.md",
    ),
    verified="loader",
)
