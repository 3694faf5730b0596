"""NSCLC-Radiomics (LUNG1): gross tumour volume and organs at risk on planning CT.

A label series is one DICOM file, SEG or RTSTRUCT, linked by the series it refers to. Names vary
(GTV-1, gtv1, gtv_2): they are matched by pattern, and contours that no pattern knows are ignored
and counted. LUNG1-128 has no tumour contour (from memory).
"""

import re

from gmai_data import DicomSeries, First, Mask, Source

NAMES = {
    re.compile(r"(?i)gtv[-_ ]?\d*.*|neoplasm.*"): "lung tumour",
    re.compile(r"(?i)lungs?[-_ ]?total|lungs"): "lung",
    re.compile(r"(?i)(lung[-_ ]?left|left lung)"): "left lung",
    re.compile(r"(?i)(lung[-_ ]?right|right lung)"): "right lung",
    re.compile(r"(?i)heart"): "heart",
    re.compile(r"(?i)o?esophagus"): "oesophagus",
    re.compile(r"(?i)spinal[-_ ]?cord"): "spinal cord",
    re.compile(r".*"): None,  # planning contours that are no structure: counted by `check`
}

SOURCE = Source(
    name="nsclc-radiomics",
    title="NSCLC-Radiomics (Lung1)",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/nsclc-radiomics/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality="CT",
    anatomy=("lung",),
    department="Oncology (Medical)",
    cite="Aerts et al., Nature Communications 2014, doi:10.1038/ncomms5006",
    root=("NSCLC-Radiomics", ""),
    cases=DicomSeries("LUNG1-{patient:03d}/{visit}/{series}/*.dcm", where={"Modality": "CT"}),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        First(
            Mask(
                DicomSeries("LUNG1-{patient}/{visit}/{label}/*.dcm", where={"Modality": "SEG"}),
                form="seg",
                names=NAMES,
            ),
            Mask(
                DicomSeries(
                    "LUNG1-{patient}/{visit}/{label}/*.dcm", where={"Modality": "RTSTRUCT"}
                ),
                form="rtstruct",
                names=NAMES,
            ),
        )
    ],
    exclude={"128": "no tumour contour"},
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/nsclc_radiomics.py",
        "https://github.com/neuro-ml/amid amid/nsclc.py",
    ),
    verified="loader",
)
