"""EPVS challenge 2024: perivascular spaces on T1, T2 and FLAIR of three cohorts.

Spaces are drawn whether enlarged or not. In `ED_01_05` the first number is not a patient: Edinburgh
gave four cohorts, 01 to 04. Names of the other two are not seen in full, and whether a patient came
twice is not told: each folder is taken as a patient.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="epvs2024",
    title="EPVS challenge 2024 (perivascular spaces)",
    version="1.0.0",
    homepage="https://www.synapse.org/Synapse:syn54100278",
    license="LicenseRef-EPVS-2024",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="EPVS challenge, MICCAI 2024, https://www.synapse.org/Synapse:syn54100278",
    root=("EPVS_challenge_data", ""),
    cases=Files(
        "{cohort:ED|MACC|SG70}/{case}/{case}_{channel:T1w|T2w|FLAIR}.nii.gz",
        channels={"T1w": "T1w", "T2w": "T2w", "FLAIR": "FLAIR"},
    ),
    subject="{case}",
    labels=[
        Mask(
            "{cohort}/{case}/{case}_PVS.nii.gz",
            names={1: "perivascular space"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/EPVS.md",
        'evaluation code of the organisers (search for "EPVS_challenge_data"): names, cohorts',
    ),
    verified="loader",
)
