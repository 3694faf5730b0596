"""LUNA25: nodules on low-dose chest CT of the NLST, each a point with its malignancy.

Coordinates are mm in the patient's frame (LPS). Malignancy is that of the screening trial's
follow-up. Nodules are those that the trial reported and LUNA25 found again; a scan may hold others.
Blocks around the nodules (`luna25_nodule_blocks`) are not read: they hold pickled metadata. Up to
three yearly scans of a patient carry one PatientID, which is that of the trial (six digits; from
memory).
"""

from gmai_data import Files, Points, Source, Table

TABLE = "LUNA25_Public_Training_Development_Data.csv"

SOURCE = Source(
    name="luna25",
    title="LUNA25",
    version="1.0.0",
    homepage="https://luna25.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    derived_from=("nlst-ct",),
    cite="LUNA25 challenge, luna25.grand-challenge.org",
    cases=Files("luna25_images/{SeriesInstanceUID}.mha"),
    join=[Table(TABLE, on="SeriesInstanceUID")],
    subject="{PatientID}",
    subject_space="nlst-ct",
    study="{SeriesInstanceUID}",
    labels=[
        Points(
            xyz=("{CoordX}", "{CoordY}", "{CoordZ}"),
            space="LPS mm",
            by="{label}",
            names={"0": "benign lung nodule", "1": "malignant lung nodule"},
        )
    ],
    evidence=("https://github.com/neuro-ml/amid amid/luna25.py",),
    verified="loader",
)
