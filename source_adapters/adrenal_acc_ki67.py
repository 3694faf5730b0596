"""Adrenal-ACC-Ki67-Seg: adrenocortical carcinoma on contrast-enhanced CT.

A study may hold several CT series; the DICOM SEG belongs to the one it refers to, and the others
are unknown. Every segment is the tumour. That it is a carcinoma is histology, so the tumour is
named by its site; its side is not recorded. Clinical tables (Ki-67) are not read.
"""

import re

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="adrenal-acc-ki67",
    title="Adrenal-ACC-Ki67-Seg",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/adrenal-acc-ki67-seg/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("abdomen",),
    department="Oncology (Medical)",
    cite="Moawad et al., TCIA 2023, doi:10.7937/1FPG-VM46",
    cases=DicomSeries(  # a case is a study: a SEG belongs to the series it names
        "Adrenal_Ki67_Seg_{patient:3}/{visit}/*/*.dcm",
        by="StudyInstanceUID",
        where={"Modality": "CT"},
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            DicomSeries(
                "Adrenal_Ki67_Seg_{patient}/{visit}/{label}/*.dcm", where={"Modality": "SEG"}
            ),
            form="seg",
            names={re.compile(r".*"): "adrenal tumour"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/Adrenal-ACC-Ki67-Seg.md",
    ),
    verified="loader",
)
