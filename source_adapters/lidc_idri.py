"""LIDC-IDRI: lung nodules on chest CT, outlined and rated by up to four readers each.

Outlines are drawn just outside the nodule, and holes are subtracted; a nodule has no number that
its readers share, so each reading stands for itself, with its reader. Nodules under 3 mm have only
a point and are not read. Ratings (malignancy 1 to 5) are opinions of readers, not pathology. Eight
patients have two CTs, and a few readings name slices that are not there. CR and DX series are left
out. LUNA16 holds the same scans under other names.
"""

from gmai_data import UNKNOWN, DicomSeries, Mask, Source, Table

SOURCE = Source(
    name="lidc-idri",
    title="LIDC-IDRI",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/lidc-idri/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Armato et al., Medical Physics 2011, doi:10.1118/1.3528204",
    cases=DicomSeries(
        "**/LIDC-IDRI-{patient:04d}/{visit}/{series}/*.dcm", where={"Modality": "CT"}
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            polygon="{polygon}",
            name="lung nodule",
            rater="reader {reader}",
            instances="{instance}",
            attrs={"LIDC malignancy rating": "{malignancy}"},
            table=Table("**/*.xml", form="lidc", where={"kind": "nodule"}, on="SOPInstanceUID"),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/lidc/dataset.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/lidc_idri.py",
        "https://github.com/MIC-DKFZ/nnDetection projects/Task012_LIDC/README.md",
    ),
    verified="loader",
)
