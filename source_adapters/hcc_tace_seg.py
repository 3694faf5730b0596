"""HCC-TACE-Seg: liver, hepatocellular carcinoma, portal vein and aorta on multiphase CT.

One series of a patient, before chemoembolisation, has a DICOM SEG that refers to it; the other
phases and studies are unknown. All patients have carcinoma, so that "Mass" is named so; its dead
part, "Necrosis", is a segment of its own and belongs to it, as both belong to the liver. Names of
other segments are ignored and counted.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="hcc-tace-seg",
    title="HCC-TACE-Seg",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/hcc-tace-seg/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("liver",),
    department="Oncology (Medical)",
    cite="Moawad et al., Scientific Data 2023, doi:10.1038/s41597-023-01928-3",
    cases=DicomSeries(  # a case is a study: a SEG belongs to the series it names
        "HCC_{patient:3}/{visit}/*/*.dcm", by="StudyInstanceUID", where={"Modality": "CT"}
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            DicomSeries("HCC_{patient}/{visit}/{label}/*.dcm", where={"Modality": "SEG"}),
            form="seg",
            names={
                re.compile(r"(?i)liver"): "liver",
                re.compile(r"(?i)mass|tumou?r"): "hepatocellular carcinoma",
                re.compile(r"(?i)portal[ _]?vein"): "portal vein",
                re.compile(r"(?i)abdominal[ _]?aorta|aorta"): "aorta",
                re.compile(r"(?i)necrosis"): "necrosis",
                re.compile(r".*"): None,
            },
            includes={"Liver": ("Mass", "Necrosis"), "Mass": ("Necrosis",)},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/HCC-TACE-Seg.md",
        'public code search for "HCC-TACE-Seg SEG-referenced CT" (liver, mass, necrosis, vessels)',
    ),
    verified="loader",
)
