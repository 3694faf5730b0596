"""CT Lymph Nodes of the NIH: enlarged lymph nodes in mediastinum and abdomen, numbered one by one.

Images are DICOM, masks NIfTI with axes to the left, back and head, one value per node. Only
enlarged nodes were traced, so each is an enlarged node, and nothing is said of other nodes.
Mediastinal and abdominal scans are numbered each from 1; whether a patient is in both is not known.
Points of the annotations and candidates are not read.
"""

from gmai_data import UNKNOWN, DicomSeries, Mask, Source

SOURCE = Source(
    name="ct-lymph-nodes",
    title="CT Lymph Nodes (NIH)",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/ct-lymph-nodes/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    department="Oncology (Medical)",
    cite="Roth et al., TCIA 2015, doi:10.7937/K9/TCIA.2015.AQIIDCNM",
    cases=DicomSeries("CT Lymph Nodes/{region:ABD|MED}_LYMPH_{n:03d}/{visit}/{series}/*.dcm"),
    subject="{region} {n}",
    labels=[
        Mask(
            "MED_ABD_LYMPH_MASKS/{region}_LYMPH_{n}/{region}_LYMPH_{n}_mask.nii.gz",
            instances="{pixel}",
            name="enlarged lymph node",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/ct_lymph_nodes.py",
        "https://github.com/MIC-DKFZ/nnDetection projects/Task025_LymphNodes/README.md",
    ),
    verified="loader",
)
