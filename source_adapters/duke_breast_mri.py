"""Duke-Breast-Cancer-MRI: contrast-enhanced breast MR of women with biopsy-proven invasive cancer.

One 3D box per patient is given as ranges of rows, columns and slices, without the series it was
drawn on, whether they count from 0 or 1, and which end is the first slice: it is not read. That a
patient is in the table of boxes says that she has cancer, not on which slice. Names of phases vary.
Receptors and subtypes of the clinical sheet cannot be seen. MAMA-MIA holds some of these patients.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, DicomSeries, Source, Table


def diagnosis(row: Mapping[str, str]) -> str:
    """What it says of a patient that she is in the table."""
    return "cancer" if row["Patient ID"] else ""


SOURCE = Source(
    name="duke-breast-mri",
    title="Duke-Breast-Cancer-MRI",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/duke-breast-cancer-mri/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="MR",
    anatomy=("breast",),
    department="Oncology (Medical)",
    cite="Saha et al., British Journal of Cancer 2018, doi:10.1038/s41416-018-0185-8",
    cases=DicomSeries(
        "Duke-Breast-Cancer-MRI/Breast_MRI_{patient:03d}/{visit}/{series}/*.dcm",
        where={"Modality": "MR"},
        derive={"name": lambda row: f"DUKE_{int(row['patient']):03d}"},
    ),
    subject="{name}",
    subject_space="mama-mia",
    study="{patient}-{visit}",
    labels=[
        Class(
            "{diagnosis}",
            names={"cancer": "breast cancer"},
            table=Table(
                "Annotation_Boxes.xlsx",
                parse={"Patient ID": "Breast_MRI_{patient:d}"},
                derive={"diagnosis": diagnosis},
                on="patient",
            ),
            level="subject",
            missing=UNKNOWN,
        )
    ],
    evidence=('public code search for "Annotation_Boxes.xlsx" (columns and folders)',),
    verified="loader",
)
