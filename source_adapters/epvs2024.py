"""EPVS challenge 2024: perivascular spaces on T1, T2 and FLAIR of three cohorts.

Spaces are drawn whether enlarged or not. The two numbers in a name are taken as patient and visit,
which is a guess: all scans that share the first number stay together.
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
        "{cohort:ED|MACC|SG70}/{cohort}_{patient:2}_{number:2}/"
        "{cohort}_{patient}_{number}_{channel:T1w|T2w|FLAIR}.nii.gz",
        channels={"T1w": "T1w", "T2w": "T2w", "FLAIR": "FLAIR"},
    ),
    subject="{cohort}-{patient}",
    study="{cohort}-{patient}-{number}",
    labels=[
        Mask(
            "{cohort}/{cohort}_{patient}_{number}/{cohort}_{patient}_{number}_PVS.nii.gz",
            names={1: "perivascular space"},
        )
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/EPVS.md",),
    verified="loader",
)
