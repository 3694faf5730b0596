"""LUNA16: lung nodules as points, and lungs and trachea as masks, on CT in ten folds.

Points are world millimetres (LPS), to be converted with the whole affine: some TransformMatrix are
flipped. Nodules are those of 3 mm and more that three of four readers marked: a scan without a row
may still hold others, so that is unknown. Lung masks are automatic. Scans come from LIDC-IDRI and
bear the UID of the series there: the series is the subject in both, and the patient where LIDC has
two of one.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Points, Source, Table
from source_adapters.lidc_idri import ROOT, TWICE

PATIENTS = {ROOT + series: patient for patient, both in TWICE.items() for series in both}

SOURCE = Source(
    name="luna16",
    title="LUNA16",
    version="1.0.0",
    homepage="https://luna16.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    derived_from=("lidc-idri",),
    cite="Setio et al., Medical Image Analysis 2017, doi:10.1016/j.media.2017.06.015",
    cases=Files(
        "subset{fold:d}/{seriesuid}.mhd",
        derive={"twice": lambda row: PATIENTS.get(row["seriesuid"], "")},
    ),
    subject=First("{twice}", "{seriesuid}"),
    subject_space="lidc-idri",
    labels=[
        Points(
            xyz=("{coordX}", "{coordY}", "{coordZ}"),
            space="LPS mm",
            name="lung nodule",
            table=Table("annotations.csv", on="seriesuid"),
            attrs={"diameter_mm": "{diameter_mm}"},
            missing=UNKNOWN,
        ),
        Mask(
            "seg-lungs-LUNA16/{seriesuid}.mhd",
            names={3: "left lung", 4: "right lung", 5: "trachea"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnDetection projects/Task016_Luna/scripts/prepare.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/LUNA16.md",
    ),
    verified="loader",
)
