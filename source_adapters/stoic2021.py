"""STOIC 2021: chest CT of patients suspected of COVID-19, with the result of the PCR test.

`probCOVID` is 1 where PCR was positive; `probSevere` (intubation or death within a month) cannot be
seen on the image and is not read. A positive test does not mean that the lung shows anything.
"""

from gmai_data import Files, Flags, Source, Table

SOURCE = Source(
    name="stoic2021",
    title="STOIC 2021",
    version="1.0.0",
    homepage="https://stoic2021.grand-challenge.org/",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="CT",
    anatomy=("chest",),
    department="Infectious Diseases",
    window="lung",
    cite="Revel et al., Radiology 2021, doi:10.1148/radiol.2021210384; Boulogne et al., Medical "
    "Image Analysis 2024, doi:10.1016/j.media.2024.103230",
    cases=Files("data/mha/{PatientID}.mha"),
    subject="{PatientID}",
    labels=[
        Flags(  # a test of the patient, not a reading of the scan
            names={"probCOVID": "COVID-19"},
            table=Table("metadata/reference.csv", on="PatientID"),
            level="subject",
        )
    ],
    evidence=('public code search for "probCOVID" (folders and columns, the official baseline)',),
    verified="loader",
)
