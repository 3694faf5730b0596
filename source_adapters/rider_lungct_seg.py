"""RIDER-LungCT-Seg: non-small cell lung cancer on two CT of the same day (test and retest).

Both scans are one study and one case. Images and labels are two downloads; a SEG and an RTSTRUCT
per scan say the same, and the SEG is read. Each holds an outline by hand and one by a program, told
by name: what is called automatic is left out, and so is what no pattern knows. Public code notes
scans where the two are swapped.
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
    cases=DicomSeries(  # a case is a study: a SEG belongs to the scan that it names
        "**/RIDER-{patient:10}/{visit}/*/*.dcm", by="StudyInstanceUID", where={"Modality": "CT"}
    ),
    subject="{patient}",
    study="{patient}",
    labels=[
        Mask(
            DicomSeries("**/RIDER-{patient}/{visit}/*/*.dcm", where={"Modality": "SEG"}),
            form="seg",
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
        'public code search for "RIDER_LungCT" (hand and program in one SEG)',
    ),
    verified="loader",
)
