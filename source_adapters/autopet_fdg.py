"""autoPET I/II: FDG-avid lesions on whole-body PET, with the CT of the same study.

The mask is on the PET grid: CTres.nii.gz is the CT on that grid, CT.nii.gz is not and is not read.
SUV.nii.gz holds standardised uptake values. About half of the studies have an empty mask, and that
means no avid lesion. Study folders have blanks in their names. The licence is from memory.
"""

from gmai_data import ABSENT, Files, Mask, Source, Term

SOURCE = Source(
    name="autopet-fdg",
    title="autoPET I/II FDG-PET-CT-Lesions (NIfTI)",
    version="1.0.0",
    homepage="https://autopet-ii.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality=Term("{channel}", {"PET": "PET", "CT": "CT"}),
    anatomy=("whole body",),
    department="Oncology (Medical)",
    cite="Gatidis et al., Scientific Data 2022, doi:10.1038/s41597-022-01718-3",
    root=("FDG-PET-CT-Lesions", ""),
    cases=Files(
        {
            "PET": "PETCT_{patient}/{study}/SUV.nii.gz",
            "CT": "PETCT_{patient}/{study}/CTres.nii.gz",
        }
    ),
    subject="{patient}",
    study="{patient}-{study}",
    labels=[
        Mask(
            "PETCT_{patient}/{study}/SEG.nii.gz",
            names={1: "FDG-avid lesion"},
            empty=ABSENT,
            grid="PET",
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset221_AutoPETII_2023.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/autopet.py",
    ),
    verified="loader",
)
