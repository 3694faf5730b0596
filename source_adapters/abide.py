"""ABIDE I: T1 MR of persons with autism and of controls, from seventeen sites.

The diagnosis is of the person and is seldom seen on an image. Ids are written with seven digits in
folders and without the leading zeros in the table. Functional runs are not read. Sites differ in
scanner and protocol. Layout from memory (the BIDS copy of the raw data).
"""

from gmai_data import UNKNOWN, Files, Flags, Source, Table

SOURCE = Source(
    name="abide",
    title="ABIDE I",
    version="1.0.0",
    homepage="http://fcon_1000.projects.nitrc.org/indi/abide/",
    license="CC-BY-NC-SA-3.0",
    access="registration",
    commercial=False,
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    cite="Di Martino et al., Molecular Psychiatry 2014, doi:10.1038/mp.2013.78",
    cases=Files("RawDataBIDS/*/sub-{patient:07d}/anat/sub-{patient}_T1w.nii.gz"),
    subject="{patient}",
    labels=[
        Flags(
            names={"DX_GROUP": "autism spectrum disorder"},
            values={"1": "present", "2": "absent"},
            table=Table("Phenotypic_V1_0b.csv", parse={"SUB_ID": "{patient:d}"}, on="patient"),
            level="subject",
            missing=UNKNOWN,
        )
    ],
    evidence=("from memory; public code search for DX_GROUP (1 autism, 2 control)",),
    verified="memory",
)
