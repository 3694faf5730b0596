"""ISPY1-Tumor-SEG: breast cancer on MR before and twice after contrast, in the ACRIN 6657 trial.

Masks lie on the images resampled to 1 mm, with z-scored intensities: public code checks that they
share one grid, which the native images (`images_bias-corrected_nifti`) do not. Read are the image
before and the first after contrast, and the manual mask of the structural tumour; functional
tumour volumes (0 and 255) and masks by a program are not. Names with and without `_zscored` were
seen. MAMA-MIA holds the same patients under the same names, and has a test set.
"""

from gmai_data import Files, Mask, Source

IMAGES = "images_bias-corrected_resampled_zscored_nifti"

SOURCE = Source(
    name="ispy1-tumor-seg",
    title="ISPY1-Tumor-SEG-Radiomics",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/ispy1-tumor-seg-radiomics/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="MR",
    anatomy=("breast",),
    department="Oncology (Medical)",
    cite="Chitalia et al., Scientific Data 2022, doi:10.1038/s41597-022-01555-4",
    root=("NIfTI-Files", ""),
    cases=Files(
        f"{IMAGES}/ISPY1_{{patient:4}}/ISPY1_{{patient}}_DCE_{{channel:4}}_N3{{:.nii|.nii.gz|_zscored.nii|_zscored.nii.gz}}",
        channels={"0000": "T1w", "0001": "T1w+Gd"},
    ),
    subject="ISPY1_{patient}",
    subject_space="mama-mia",
    labels=[Mask("masks_stv_manual/ISPY1_{patient}.nii.gz", names={1: "breast tumour"})],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset "
        "resources/ISPY1-Tumor-SEG-Radiomics.md",
        'public code search for "masks_stv_manual" (grid of the masks, the release\'s readme)',
    ),
    verified="loader",
)
