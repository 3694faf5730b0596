"""CMMD: Chinese digital mammograms, CC and MLO of each breast, benign or malignant by pathology.

The spreadsheet has a row per breast; which breast an image shows is in the DICOM header alone
(ImageLaterality). Labels hold for the breast, of which an image is one view. "both" is a mass with
calcification; that a breast is listed for one of them does not say that the other is absent.
Cohort D2 also has molecular subtypes, which no image shows; they are not read, nor is age.
"""

from gmai_data import Class, DicomSeries, Flags, Source, Table

SOURCE = Source(
    name="cmmd",
    title="Chinese Mammography Database",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/cmmd/",
    license="CC-BY-4.0",
    access="open",
    modality="X-Ray",
    sequence="mammography",
    anatomy=("breast",),
    department="Oncology (Medical)",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Cui et al., The Chinese Mammography Database, TCIA 2021, doi:10.7937/tcia.eqde-4b16",
    cases=DicomSeries("**/CMMD/{patient}/{visit}/{series}/{file}.dcm", by=None),
    join=[
        Table(
            "CMMD_clinicaldata_revision.xlsx",
            parse={"ID1": "{patient}", "LeftRight": "{ImageLaterality}"},
            on=("patient", "ImageLaterality"),
        )
    ],
    subject="{patient}",
    study="{patient}",
    labels=[
        Flags(
            names={"abnormality": "breast mass"},
            values={"mass": "present", "both": "present", "calcification": "unknown"},
            level="study",
        ),
        Flags(
            names={"abnormality": "breast calcification"},
            values={"calcification": "present", "both": "present", "mass": "unknown"},
            level="study",
        ),
        Class(
            "{classification}",
            of="pathology",
            names={"Benign": "benign", "Malignant": "malignant"},
        ),
    ],
    evidence=('public code search for "CMMD_clinicaldata_revision"',),
    verified="loader",
    pixels_checked="The Cancer Imaging Archive, at submission",
)
