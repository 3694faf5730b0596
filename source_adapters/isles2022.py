"""ISLES 2022: acute ischaemic infarct on diffusion MR (DWI and ADC).

FLAIR is on another grid than the mask and is not read. An earlier release keeps the images under
`rawdata/`.
"""

from gmai_data import Files, First, Mask, Source

STEM = "sub-{case}/ses-{ses}/dwi/sub-{case}_ses-{ses}"

SOURCE = Source(
    name="isles2022",
    title="ISLES 2022",
    version="1.0.0",
    homepage="https://zenodo.org/records/7960856",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Hernandez Petzsche et al., Scientific Data 2022, doi:10.1038/s41597-022-01875-5",
    root=("ISLES-2022", ""),
    cases=Files(
        {
            "DWI": First(f"{STEM}_dwi.nii.gz", f"rawdata/{STEM}_dwi.nii.gz"),
            "ADC": First(f"{STEM}_adc.nii.gz", f"rawdata/{STEM}_adc.nii.gz"),
        }
    ),
    subject="{case}",
    study="{case}-{ses}",
    labels=[
        Mask(
            "derivatives/sub-{case}/ses-{ses}/sub-{case}_ses-{ses}_msk.nii.gz",
            names={1: "acute ischaemic infarct"},
            grid="DWI",
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/isles.py",
        "https://github.com/zhaoziheng/SAT-DS processor.py",
    ),
    verified="loader",
)
