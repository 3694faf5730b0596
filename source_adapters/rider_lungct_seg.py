"""RIDER-LungCT-Seg: non-small cell lung cancer on two CT of the same day (test and retest).

Both scans are mostly one study, which is a case; a few patients have a study for each, or one scan.
Images and labels are two downloads: a SEG and an RTSTRUCT per scan. Each holds an outline by hand
and often one by a program. Of the SEG's two segments public loaders disagree which is by hand, and
one notes that it differs from the RTSTRUCT: so the RTSTRUCT is read, whose regions say it by name.
What is called automatic is left out, and so is what no pattern knows.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="rider-lungct-seg",
    title="RIDER-LungCT-Seg",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/rider-lungct-seg/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("lung",),
    department="Oncology (Medical)",
    cite="Wee et al., TCIA 2020, doi:10.7937/tcia.2020.jit9grk8",
    cases=DicomSeries(  # a case is a study: contours belong to the scan that they name
        "**/RIDER-{patient:10}/{visit}/*/*.dcm", by="StudyInstanceUID", where={"Modality": "CT"}
    ),
    subject="{patient}",
    study="{patient}",
    labels=[
        Mask(
            DicomSeries("**/RIDER-{patient}/{visit}/*/*.dcm", where={"Modality": "RTSTRUCT"}),
            form="rtstruct",
            names={
                re.compile(r"(?i).*auto.*"): None,
                re.compile(r"(?i).*(gtv|neoplasm|tumou?r|man).*"): "lung tumour",
                re.compile(r".*"): None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/RIDER-LungCT-Seg.md",
        "https://github.com/pwoznicki/RadiomicsHub radhub/RIDER_LungCT README.md, convert.py",
        "https://github.com/MIC-DKFZ/radioactive src/radioa/datasets_preprocessing (two segments)",
        'public code search for "GTVp_test" (a region of the program)',
    ),
    verified="loader",
)
