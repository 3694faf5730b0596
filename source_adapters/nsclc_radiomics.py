"""NSCLC-Radiomics (LUNG1): gross tumour volume and organs at risk on planning CT.

A label series is one DICOM file, a SEG that refers to the CT series. Segment names vary: they are
matched by pattern, and those that no pattern knows are ignored and counted. The RTSTRUCT of the
same contours is not read, so a patient with nothing else is rejected. LUNG1-128 has no tumour
contour (from memory), which says nothing of a tumour.
"""

import re

from gmai_data import DicomSeries, Mask, Source

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
        Mask(
            DicomSeries("LUNG1-{patient}/{visit}/{label}/*.dcm", where={"Modality": "SEG"}),
            form="seg",
            names={
                re.compile(r"(?i)gtv[-_ ]?\d*.*|neoplasm.*"): "lung tumour",
                re.compile(r"(?i)lungs?[-_ ]?total|lungs"): "lung",
                re.compile(r"(?i)lung[-_ ]?left|left lung"): "left lung",
                re.compile(r"(?i)lung[-_ ]?right|right lung"): "right lung",
                re.compile(r"(?i)heart"): "heart",
                re.compile(r"(?i)o?esophagus"): "oesophagus",
                re.compile(r"(?i)spinal[-_ ]?cord"): "spinal cord",
                re.compile(r".*"): None,  # planning contours, counted by `check`
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/nsclc_radiomics.py",
        "https://github.com/neuro-ml/amid amid/nsclc.py",
    ),
    verified="loader",
)
