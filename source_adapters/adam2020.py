"""ADAM 2020: unruptured intracranial aneurysms on time-of-flight angiography and a T1 of the brain.

Value 2 is a treated aneurysm or its artefact and is ignored. A scan without 1 had no untreated
aneurysm but may hold a treated one, so nothing is said to be absent. A letter behind the number
tells baseline (B) and follow-up (F) of one patient. Read is the bias-corrected angiography in
`pre/`; the T1 in `orig/` is on its own grid.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="adam2020",
    title="ADAM 2020 (aneurysm detection on TOF-MRA)",
    version="1.0.0",
    homepage="http://adam.isi.uu.nl/",
    license="LicenseRef-ADAM-2020",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Timmins et al., NeuroImage 2021, doi:10.1016/j.neuroimage.2021.118216",
    root=("ADAM_release_subjs", ""),
    cases=Files(
        {"MRA": "{scan}/pre/TOF.nii.gz", "T1w": "{scan}/pre/struct_aligned.nii.gz"},
        optional=("T1w",),
        derive={"patient": lambda row: row["scan"][:5]},
    ),
    subject="{patient}",
    study="{scan}",
    labels=[
        Mask(
            "{scan}/aneurysms.nii.gz",
            names={1: "intracranial aneurysm", 2: None},
            grid="MRA",
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnDetection projects/Task019_ADAM/scripts/prepare.py",
        'public code search for "aneurysms.nii.gz" (above 1.5 is treated)',
    ),
    verified="loader",
)
