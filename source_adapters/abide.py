"""ABIDE I: T1 MR of persons with autism and of controls, from seventeen sites.

The diagnosis is of the person and is seldom seen on an image. Ids are written with seven digits in
folders and without the leading zeros in the table, which the copy at the same place has under
another name. Functional runs are not read. Sites differ in scanner and protocol. Read is the BIDS
copy of the raw data; one T1w of Pitt (0050049) is an empty file there.
"""

from gmai_data import UNKNOWN, Files, First, Flags, Source, Table

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
            table=Table(
                First(
                    "Phenotypic_V1_0b.csv",
                    "Phenotypic_V1_0b_preprocessed1.csv",
                    "Phenotypic_V1_0b_preprocessed.csv",
                ),
                parse={"SUB_ID": "{patient:d}"},
                on="patient",
            ),
            level="subject",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public code search for "anat/sub-0050" (sites, T1w and functional names)',
        'public code search for "RawDataBIDS" and "Phenotypic_V1_0b" (place, names of the table)',
        "public code search for DX_GROUP (1 autism, 2 control)",
    ),
    verified="loader",
)
