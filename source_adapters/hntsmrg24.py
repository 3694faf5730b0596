"""HNTS-MRG 2024: primary tumour and nodal metastases on T2w MR before and during radiotherapy.

Each patient has two scans; the copies of the first that are registered to the second are not read.
Both targets were looked for in every scan, so an empty value means none (as after a complete
response). Labels are the consensus of three or four readers. Licence from memory.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="hntsmrg24",
    title="HNTS-MRG 2024",
    version="1.0.0",
    homepage="https://hntsmrg24.grand-challenge.org/",
    license="CC-BY-NC-4.0",
    access="open",
    commercial=False,
    modality="MR",
    sequence="T2w",
    anatomy=("head and neck",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    cite="Wahid et al., HNTS-MRG 2024 training data, Zenodo, doi:10.5281/zenodo.11199558",
    cases=Files("**/{patient:d}/{time:preRT|midRT}/{patient}_{time}_T2.nii.gz"),
    subject="{patient}",
    study="{patient}-{time}",
    labels=[
        Mask(
            "**/{patient}/{time}/{patient}_{time}_mask.nii.gz",
            names={1: "head and neck primary tumour", 2: "nodal metastasis"},
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://hntsmrg24.grand-challenge.org/dataset (folders and names)",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/hntsmrg.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/HNTS-MRG_1.md",
    ),
    verified="loader",
)
