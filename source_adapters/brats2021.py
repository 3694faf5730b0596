"""BraTS 2021: glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 4 (3 is not used), unlike BraTS 2023. The validation cases have no labels:
unknown, not empty. Space and spacing are those of the atlas, not of the scanner. Patients are
shared with BraTS 2018 to 2020, BraTS 2023 GLI, MSD Task01, UPENN-GBM and UCSF-PDGM, whose table
tells that two of them are here twice. `BraTS21-17_Mapping.csv` has the names of earlier years
(challenge's page), `BraTS2021_MappingToTCIA` those of the collections (TCIA): with them beside the
cases, and only then, a patient has one split in all.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Table, Term
from source_adapters.brats2018 import earliest

# which number a patient of a collection has here, and whose it was in earlier years
NUMBERS = "BraTS2021_MappingToTCIA"
LINKS = "BraTS21-17_Mapping.csv"
# second scans of two patients -> the number of the first
AGAIN = {"557": "639", "758": "626"}

SOURCE = Source(
    name="brats2021",
    title="BraTS 2021",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn25829067",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2020",),
    cite="Baid et al., The RSNA-ASNR-MICCAI BraTS 2021 Benchmark, arXiv:2107.02314",
    cases=Files(
        "RSNA_ASNR_MICCAI_BraTS2021_{set:Training|Validation}Data/"
        "BraTS2021_{case:05d}/BraTS2021_{case}_{channel:flair|t1|t1ce|t2}.nii.gz",
        channels={"flair": "FLAIR", "t1": "T1w", "t1ce": "T1w+Gd", "t2": "T2w"},
        derive={"patient": lambda row: AGAIN.get(row["case"], row["case"])},
    ),
    join=[
        Table(
            f"**/{LINKS}",
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
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "RSNA_ASNR_MICCAI_BraTS2021_{set}Data/BraTS2021_{case}/BraTS2021_{case}_seg.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset137_BraTS21.py",
        "https://github.com/neuro-ml/amid amid/brats2021.py",
        'public code search for "UCSF-PDGM-0429" (patients with two numbers)',
        'public code search for "BraTS21-17_Mapping" and for "BraTS2021_MappingToTCIA" (columns)',
    ),
    verified="loader",
)
