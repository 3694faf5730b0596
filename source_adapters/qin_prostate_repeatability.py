"""QIN-PROSTATE-Repeatability: prostate, peripheral zone and suspected tumour on MR, scanned twice.

T2w, ADC and DCE subtraction images each have a SEG of their own (series number + 1000); DWI is left
out. Segments are WholeGland, PeripheralZone, TumorROI_PZ_1 and NormalROI_PZ_1, told by pattern;
normal reference regions and what no pattern knows are left out. Suspicion is of the reader, not of
pathology: not every scan has one.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="qin-prostate-repeatability",
    title="QIN-PROSTATE-Repeatability",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/qin-prostate-repeatability/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality="MR",
    anatomy=("prostate",),
    department="Urology",
    cite="Fedorov et al., Scientific Data 2018, doi:10.1038/sdata.2018.281",
    cases=DicomSeries(
        "**/PCAMPMRI-{patient:5}/{visit}/{number:d}.000000-{series}/*.dcm",
        where={
            "Modality": "MR",
            "series": r"(T2 Weighted Axial|Apparent Diffusion Coefficient|DCE Subtraction)-.*",
        },
        derive={"segmentation": lambda row: str(int(row["number"]) + 1000)},
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            "**/PCAMPMRI-{patient}/{visit}/{segmentation}.000000-*/*.dcm",
            form="seg",
            names={
                re.compile(r"(?i)(whole[ _]?gland|prostate).*"): "prostate",
                re.compile(r"(?i)peripheral[ _]?zone.*"): "peripheral zone",
                re.compile(r"(?i)(suspected )?(tumou?r|lesion).*"): "prostate lesion",
                re.compile(r".*"): None,  # normal regions
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset "
        "resources/QIN-PROSTATE-Repeatability.md",
        'public code search for "TumorROI_PZ_1" (names of segments of this collection)',
    ),
    verified="loader",
)
