"""NLST: low-dose CT of the National Lung Screening Trial, up to three years per participant.

Images only: cancers and abnormalities are tables of the NCI that must be asked for (CDAS), keyed by
participant and year; how a series tells its year was not seen, and they are not read. TCIA's own
folders have three levels, public code expects four: any depth is taken. Scouts are left out. Each
year has several reconstructions, all in one study.
"""

from gmai_data import DicomSeries, Source

SOURCE = Source(
    name="nlst-ct",
    title="National Lung Screening Trial (NLST)",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/nlst/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="NLST Research Team, New England Journal of Medicine 2011, doi:10.1056/NEJMoa1102873",
    cases=DicomSeries(
        "NLST/{patient:6}/**/*.dcm",
        where={"Modality": "CT", "ImageType": r"(?!.*LOCALIZER).*"},
    ),
    subject="{patient}",
    study="{StudyInstanceUID}",
    evidence=(
        "https://github.com/neuro-ml/amid amid/nlst.py",
        "CADS-dataset 0033_tcia_nlst/README_0033_tcia_nlst.md (licence)",
    ),
    verified="loader",
)
