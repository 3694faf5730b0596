"""UCSF-PDGM: diffuse glioma before surgery on four MR sequences, skull-stripped and registered.

Labels are 1, 2 and 4 (BraTS before 2023). Six patients came back: `_FU003d` in the folder's name,
and a number of its own before version 3. `_bias` variants, diffusion, perfusion and susceptibility
are not read. Most of the patients are in BraTS 2021, under the numbers that the table of patients
gives, and have one split in both; without the table they have not. None is in earlier years, says
public code.
"""

from collections.abc import Mapping

from gmai_data import Files, First, Mask, Source, Table

# numbers of second scans before version 3 -> the patient's
SECOND = {"138": "429", "175": "396", "181": "409", "278": "431", "289": "391", "315": "433"}
# second scans that BraTS 2021 holds beside the first: the number of the first is the patient's
BESIDE = ("UCSF-PDGM-0429_FU003d", "UCSF-PDGM-0433_FU007d")


def patient(scan: str) -> str:
    """The patient's number, 429 of `0429_FU003d`: folders write four digits, the table three."""
    number = str(int(scan.split("_")[0]))
    return SECOND.get(number, number)


def in_brats(row: Mapping[str, str]) -> str:
    """The patient whose number in BraTS the row gives; none where BraTS has the first scan, too."""
    return "" if row["ID"] in BESIDE else patient(row["ID"].removeprefix("UCSF-PDGM-"))


SOURCE = Source(
    name="ucsf-pdgm",
    title="UCSF-PDGM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/ucsf-pdgm/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2021",),
    cite="Calabrese et al., Radiology: Artificial Intelligence 2022, doi:10.1148/ryai.220058",
    cases=Files(
        "**/UCSF-PDGM-{scan}_nifti/UCSF-PDGM-{scan}_{channel:FLAIR|T1|T1c|T2}.nii.gz",
        channels={"FLAIR": "FLAIR", "T1": "T1w", "T1c": "T1w+Gd", "T2": "T2w"},
        derive={"patient": lambda row: patient(row["scan"])},
    ),
    join=[
        Table(
            First(*(f"**/UCSF-PDGM-metadata_v{n}.csv" for n in (5, 4, 3))),
            parse={"BraTS21 ID": "BraTS2021_{brats:05d}"},
            where={"BraTS21 ID": ".+"},
            derive={"patient": in_brats},
            on="patient",
            optional=True,
        )
    ],
    subject=First("{brats}", "UCSF-PDGM {patient}"),
    subject_space="brats2018",
    study="{scan}",
    labels=[
        Mask(
            "**/UCSF-PDGM-{scan}_nifti/UCSF-PDGM-{scan}_tumor_segmentation.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/UCSF-PDGM.md",
        "https://github.com/JoanSano/NormWM_4_Glioblastoma UCSF-PDGM/TDMaps.sh (values; columns of "
        "UCSF-PDGM-metadata_v3.csv)",
        'public code search for "UCSF-PDGM-0429" (the six second scans and their old numbers, '
        "numbers in BraTS 2021)",
    ),
    verified="loader",
)
