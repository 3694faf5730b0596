"""UCSF-PDGM: diffuse glioma before surgery on four MR sequences, skull-stripped and registered.

Labels are 1, 2 and 4 (BraTS before 2023; from memory). A few patients came back (`_FU003d` in the
folder's name). `_bias` variants, diffusion, perfusion and susceptibility are not read. Many
patients are in BraTS 2021 under other numbers: never put both into one split recipe.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="ucsf-pdgm",
    title="UCSF-PDGM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/ucsf-pdgm/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2021",),
    cite="Calabrese et al., Radiology: Artificial Intelligence 2022, doi:10.1148/ryai.220058",
    root=("UCSF-PDGM-v3", ""),
    cases=Files(
        "UCSF-PDGM-{scan}_nifti/UCSF-PDGM-{scan}_{channel:FLAIR|T1|T1c|T2}.nii.gz",
        channels={"FLAIR": "FLAIR", "T1": "T1w", "T1c": "T1w+Gd", "T2": "T2w"},
        derive={"patient": lambda row: row["scan"].split("_")[0]},
    ),
    subject="{patient}",
    study="{scan}",
    labels=[
        Mask(
            "UCSF-PDGM-{scan}_nifti/UCSF-PDGM-{scan}_tumor_segmentation.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"},
        )
    ],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/UCSF-PDGM.md",),
    verified="loader",
)
