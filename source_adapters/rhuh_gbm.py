"""RHUH-GBM: glioblastoma before surgery, within 72 hours after it, and at recurrence.

The folder is the time point: 0, 1 and 2. Enhancing tumour is 3, as in BraTS from 2023 on; after
surgery 2 is the tissue around the cavity. Intensities are z-scores with a background below zero.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="rhuh-gbm",
    title="RHUH-GBM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/rhuh-gbm/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Cepeda et al., Data in Brief 2023, doi:10.1016/j.dib.2023.109617",
    cases=Files(
        "RHUH-{patient:04d}/{time:0|1|2}/RHUH-{patient}_{time}_{channel:t1|t1ce|t2|flair|adc}"
        ".nii.gz",
        channels={"t1": "T1w", "t1ce": "T1w+Gd", "t2": "T2w", "flair": "FLAIR", "adc": "ADC"},
        optional=("ADC",),
    ),
    subject="{patient}",
    study="{patient}-{time}",
    labels=[
        Mask(
            "RHUH-{patient}/{time}/RHUH-{patient}_{time}_segmentations.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 3: "enhancing tumour"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/RHUH-GBM.md",
        "https://github.com/JoanSano/NormWM_4_Glioblastoma RHUH-GBM/TDMaps.sh (values)",
    ),
    verified="loader",
)
