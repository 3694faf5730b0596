"""Vestibular-Schwannoma-SEG: vestibular schwannoma on contrast T1 and high-resolution T2 MR.

An RTSTRUCT refers to each MR series. Names of contours vary: TV or AN is the tumour, Men a
meningioma; "Test" and other names (a second volume, the modiolus) are ignored. The cochlea is drawn
for some patients. Which series is T1 or T2 is in a table that is not read: both are MR. The side of
the tumour is not recorded.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="vs-seg",
    title="Vestibular-Schwannoma-SEG",
    version="2.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/vestibular-schwannoma-seg/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cite="Shapey et al., Scientific Data 2021, doi:10.1038/s41597-021-01064-w",
    cases=DicomSeries(  # a case is a study: a structure set belongs to the series it names
        "VS-SEG-{patient:3}/{visit}/**/*.dcm", by="StudyInstanceUID", where={"Modality": "MR"}
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            DicomSeries(
                "VS-SEG-{patient}/{visit}/**/{label}/*.dcm", where={"Modality": "RTSTRUCT"}
            ),
            form="rtstruct",
            names={
                re.compile(r"(?i)tv|an"): "vestibular schwannoma",
                re.compile(r"(?i)cochlea(_[cd])?"): "cochlea",
                re.compile(r"(?i)men"): "meningioma",
                re.compile(r".*"): None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=("https://github.com/neuro-ml/amid amid/vs_seg/dataset.py",),
    verified="loader",
)
