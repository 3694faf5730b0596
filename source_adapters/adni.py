"""ADNI: MR of the brain in ageing and Alzheimer's disease, as LONI hands out a collection.

`Group` in the table of a collection is the research group, which LONI's XML gives for the subject
and not for the visit: it need not follow a person who goes from normal to dementia. So it is read
at screening and baseline alone. Its words differ by phase of the study. The folder above a file is
named by series in older downloads (`S13408`) and by image in newer (`I45108`); the image's number
ends the file's name, and stands in the table with the letter I or without. Only NIfTI files of MR
are read; a collection may hold PET beside them. Codes of visits are from memory.
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
    cases=Files("ADNI/{subject}/{description}/{time}/*/ADNI_*_MR_*_I{image:d}.nii"),
    join=[Table("*.csv", parse={"Image Data ID": ("I{image:d}", "{image:d}")}, on="image")],
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
            where={"Visit": "(?i)sc|bl|v0[12]|.*(screening|baseline).*"},
        )
    ],
    evidence=(
        'public code search for "MPR__GradWarp__B1_Correction__N3__Scaled_Br_" (folders, names)',
        'public code search for "Image Data ID" (columns of a collection\'s table)',
        "https://github.com/aramis-lab/clinica adni_to_bids (names by image; researchGroup in XML)",
    ),
    verified="loader",
)
