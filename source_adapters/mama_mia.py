"""MAMA-MIA: breast cancer on contrast-enhanced MR, 1506 patients of four collections.

Phase 0000 is before contrast, 0001 the first after it; further phases vary in number and are not
read. The expert's mask is read, the automatic one is not: only the primary tumour is drawn, so
that other lesions are unknown. Patients are those of Duke-Breast-Cancer-MRI, ISPY1, ISPY2 and
NACT-Pilot. File names are in lower or upper case, by version.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Table

SOURCE = Source(
    name="mama-mia",
    title="MAMA-MIA",
    version="1.0.0",
    homepage="https://github.com/LidiaGarrucho/MAMA-MIA",
    license="CC-BY-NC-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    derived_from=("duke-breast-mri", "ispy1-tumor-seg"),
    modality="MR",
    anatomy=("breast",),
    department="Oncology (Medical)",
    cite="Garrucho et al., Scientific Data 2025, doi:10.1038/s41597-025-04707-4",
    cases=Files(
        "images/{patient:i}/{patient}_{channel:0000|0001}.nii.gz",
        channels={"0000": "T1w", "0001": "T1w+Gd"},
    ),
    join=[
        Table(
            "train_test_splits.csv",
            melt="{set:train|test}_split",
            parse={"value": "{patient:i}"},
            on="patient",
            optional=True,
        )
    ],
    subject="{patient}",
    split="{set}",
    labels=[
        Mask(
            "segmentations/expert/{patient}.nii.gz",
            names={1: "breast tumour"},
            grid="T1w",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/LidiaGarrucho/MAMA-MIA README.md",
        'public code search for "duke_001_0000" (folders, names in both cases)',
    ),
    verified="loader",
)
