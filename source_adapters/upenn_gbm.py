"""UPENN-GBM: glioblastoma before surgery and at follow-up on four MR sequences, skull-stripped.

Labels are 1, 2 and 4 (BraTS before 2023). 147 scans were drawn by hand (`images_segm`), nearly all
have an automatic map, which is read where the manual one is missing. The last two digits of a name
are the time point (11 before surgery, 21 follow-up). Diffusion, perfusion and unstripped images are
not read. Patients are in BraTS 2021, and under names of the hospital in earlier years: tables in
the folder of BraTS 2021 tell which (how they write these patients is from memory).
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Table
from source_adapters.brats2018 import earliest
from source_adapters.brats2021 import LINKS, NUMBERS

NAMES = {1: "necrotic tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"}

SOURCE = Source(
    name="upenn-gbm",
    title="UPENN-GBM",
    version="2.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/upenn-gbm/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2021",),
    cite="Bakas et al., Scientific Data 2022, doi:10.1038/s41597-022-01560-7",
    root=("NIfTI-files", ""),
    cases=Files(
        "images_structural/UPENN-GBM-{patient:05d}_{time:02d}/"
        "UPENN-GBM-{patient}_{time}_{channel:T1|T1GD|T2|FLAIR}.nii.gz",
        channels={"T1": "T1w", "T1GD": "T1w+Gd", "T2": "T2w", "FLAIR": "FLAIR"},
    ),
    join=[
        Table(
            First(f"<brats2021>/**/{NUMBERS}.xlsx", f"<brats2021>/**/{NUMBERS}.csv"),
            parse={
                "PatientID on TCIA Radiology Portal": ("UPENN-GBM-{patient:05d}", "{another:text}"),
                "BraTS2021 ID": "BraTS2021_{number:05d}",
            },
            where={"BraTS2021 ID": "BraTS.+"},
            on="patient",
            optional=True,
        ),
        Table(
            f"<brats2021>/**/{LINKS}",
            parse={"BraTS2021": "BraTS2021_{number:05d}"},
            where={"BraTS2021": "BraTS.+"},
            derive={"name": earliest},
            on="number",
            optional=True,
        ),
    ],
    subject=First("{name}", "{number}", "UPENN-GBM {patient}"),
    subject_space="brats2018",
    study="{patient}-{time}",
    labels=[
        First(
            Mask("images_segm/UPENN-GBM-{patient}_{time}_segm.nii.gz", names=NAMES),
            Mask(
                "automated_segm/UPENN-GBM-{patient}_{time}_automated_approx_segm.nii.gz",
                names=NAMES,
                missing=UNKNOWN,
            ),
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/upenn_gbm/upenn_gbm.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/upenn_gbm.py",
    ),
    verified="loader",
)
