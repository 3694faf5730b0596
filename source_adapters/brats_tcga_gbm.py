"""BraTS-TCGA-GBM: glioblastoma of TCGA before surgery, on four MR sequences in atlas space.

The map of GLISTRboost corrected by hand is read, and where there is none, the uncorrected one.
Labels are 1, 2 and 4 (BraTS before 2023); 1 is necrosis and solid tumour that does not enhance in
one value, so no more is said of it. The date of the scan, shifted, is in every file name. Patients
are those of TCGA-GBM and are in BraTS of most years: tables in the folders of BraTS 2020 and 2021
tell under which names, and with one of them a patient has one split in all.
"""

from collections.abc import Mapping

from gmai_data import Files, First, Mask, Source, Table
from source_adapters.brats2018 import earliest
from source_adapters.brats2021 import LINKS, NUMBERS


def marked(row: Mapping[str, str]) -> str:
    """The patient of BraTS whose row it is, as an id of 2018; none where earlier years lack it."""
    name = earliest(row)
    return f"<brats2018>{name}" if name else ""


# which patient of BraTS a patient of the TCGA is, by the tables of 2020 and of 2021
IN_BRATS = (
    Table(
        "<brats2020>/**/MICCAI_BraTS2020_TrainingData/name_mapping.csv",
        parse={"TCGA_TCIA_subject_ID": ("{tcga:12}", "{another:text}")},
        derive={"brats20": marked},
        on="tcga",
        optional=True,
    ),
    Table(
        First(f"<brats2021>/**/{NUMBERS}.xlsx", f"<brats2021>/**/{NUMBERS}.csv"),
        parse={
            "PatientID on TCIA Radiology Portal": ("{tcga:12}", "{another:text}"),
            "BraTS2021 ID": "BraTS2021_{brats21:05d}",
        },
        where={"BraTS2021 ID": "BraTS.+"},
        on="tcga",
        optional=True,
    ),
    Table(
        f"<brats2021>/**/{LINKS}",
        parse={"BraTS2021": "BraTS2021_{brats21:05d}"},
        where={"BraTS2021": "BraTS.+"},
        derive={"brats18": marked},
        on="brats21",
        optional=True,
    ),
)
WHOSE = ("{brats20}", "{brats18}", "<brats2018>{brats21}")
NAMES = {1: "non-enhancing tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"}

SOURCE = Source(
    name="brats-tcga-gbm",
    title="BraTS-TCGA-GBM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/brats-tcga-gbm/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("brats2020", "brats2021", "tcga"),
    subject_space=("brats2018", "tcga"),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Bakas et al., Scientific Data 2017, doi:10.1038/sdata.2017.117",
    root=("Pre-operative_TCGA_GBM_NIfTI_and_Segmentations", ""),
    cases=Files(
        "{tcga:12}/{tcga}_{date:10}_{channel:flair|t1|t1Gd|t2}.nii.gz",
        channels={"flair": "FLAIR", "t1": "T1w", "t1Gd": "T1w+Gd", "t2": "T2w"},
    ),
    join=IN_BRATS,
    subject=First(*WHOSE, "<tcga>{tcga}"),
    study="{tcga}-{date}",
    labels=[
        First(
            Mask("{tcga}/{tcga}_{date}_GlistrBoost_ManuallyCorrected.nii.gz", names=NAMES),
            Mask("{tcga}/{tcga}_{date}_GlistrBoost.nii.gz", names=NAMES),
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS-TCGA-GBM.md",
        'public loader code (search for "GlistrBoost_ManuallyCorrected"): names, which map first',
        "https://www.med.upenn.edu/cbica/brats2019/tasks.html (values)",
    ),
    verified="loader",
)
