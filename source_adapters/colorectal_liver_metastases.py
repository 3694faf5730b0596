"""Colorectal-Liver-Metastases: liver, hepatic and portal veins and metastases on CT.

All are segments of one DICOM SEG, and they overlap: tumours and veins lie in the liver. The planned
remnant of the liver (`Liver_Remnant`) is no structure that can be seen and is ignored. Scans are
those before resection.
"""

import re

from gmai_data import DicomSeries, Mask, Source

SOURCE = Source(
    name="colorectal-liver-metastases",
    title="Colorectal-Liver-Metastases (CRLM)",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/colorectal-liver-metastases/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("liver",),
    department="Oncology (Medical)",
    cite="Simpson et al., Scientific Data 2024, doi:10.1038/s41597-024-02981-2",
    cases=DicomSeries("CRLM-CT-{patient:4}/{visit}/{series}/*.dcm", where={"Modality": "CT"}),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            DicomSeries("CRLM-CT-{patient}/{visit}/{label}/*.dcm", where={"Modality": "SEG"}),
            form="seg",
            names={
                re.compile(r"(?i)liver"): "liver",
                re.compile(r"(?i)liver[_ ]remnant"): None,
                re.compile(r"(?i)hepatic"): "hepatic vein",
                re.compile(r"(?i)portal"): "portal vein",
                re.compile(r"(?i)tumou?r_?\d*"): "liver metastasis",
            },
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/crlm.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset "
        "resources/Colorectal-Liver-Metastases.md",
    ),
    verified="loader",
)
