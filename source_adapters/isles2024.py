"""ISLES 2024: stroke before and after treatment, CT at admission and diffusion MR days later.

Everything here lies on the grid of the non-contrast CT. The infarct was drawn on the follow-up
diffusion MR and is shown on it: at admission part of it was not there yet, so the mask is not put
on CT or perfusion maps. File names follow the Zenodo release (`ses-02`, `space-ncct`); documents of
the challenge spell `sub-strokecase` and `ses-0002`.
"""

from gmai_data import Files, First, Mask, Source

STEM = "derivatives/sub-stroke{case:04d}/ses-02/sub-stroke{case}_ses-02"

SOURCE = Source(
    name="isles2024",
    title="ISLES 2024",
    version="1.0.0",
    homepage="https://isles-24.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="de la Rosa et al., ISLES'24, arXiv:2408.10966",
    root=("train", ""),
    cases=Files({"DWI": f"{STEM}_space-ncct_dwi.nii.gz", "ADC": f"{STEM}_space-ncct_adc.nii.gz"}),
    subject="{case}",
    labels=[
        Mask(
            First(f"{STEM}_space-ncct_lesion-msk.nii.gz", f"{STEM}_lesion-msk.nii.gz"),
            names={1: "infarct"},
            grid="DWI",
        )
    ],
    evidence=(
        'public code search for "_space-ncct_lesion-msk.nii.gz" (several loaders, one manifest)',
        "https://github.com/ezequieldlrosa/isles24 README, utils/data",
    ),
    verified="loader",
)
