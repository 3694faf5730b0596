"""ADNI: MR of the brain in ageing and Alzheimer's disease, as LONI hands out a collection.

The table of a collection gives the diagnosis at each visit: a person may go from normal to
dementia, so that it belongs to the visit. Only NIfTI files of MR are read; names of preprocessing
steps are folders. `Group` words differ by phase of the study. Layout from memory.
"""

from gmai_data import Class, Files, Source, Table

SOURCE = Source(
    name="adni",
    title="ADNI (Alzheimer's Disease Neuroimaging Initiative)",
    version="1.0.0",
    homepage="https://adni.loni.usc.edu/",
    license="LicenseRef-ADNI-DUA",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    modality="MR",
    anatomy=("brain",),
    cite="Petersen et al., Neurology 2010, doi:10.1212/WNL.0b013e3181cb3e25",
    cases=Files("ADNI/{subject}/{description}/{time}/I{image:d}/*.nii"),
    join=[Table("*.csv", parse={"Image Data ID": "I{image:d}"}, on="image")],
    subject="{subject}",
    study="{subject}-{Visit}",
    labels=[
        Class(
            "{Group}",
            of="cognitive status",
            names={
                "CN": "normal cognition",
                "SMC": "subjective memory concern",
                "EMCI": "early mild cognitive impairment",
                "MCI": "mild cognitive impairment",
                "LMCI": "late mild cognitive impairment",
                "AD": "Alzheimer's disease",
                "Patient": None,
            },
            level="study",
        )
    ],
    evidence=("from memory of LONI's folders and collection tables",),
    verified="memory",
)
