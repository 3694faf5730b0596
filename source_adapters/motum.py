"""MOTUM: brain metastases and gliomas on FLAIR and contrast-enhanced T1-weighted MR.

A mask is drawn for each of the two sequences. The one on FLAIR takes in what is bright there, with
or without oedema: it is called a lesion, not a tumour. Which tumour a patient has is in a table
that is not read. Three patients have masks and no images. The licence is from memory.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="motum",
    title="MOTUM (metastases and gliomas)",
    version="1.0.0",
    homepage="https://doi.gin.g-node.org/10.12751/g-node.tvzqc5/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Gong et al., Scientific Data 2024, doi:10.1038/s41597-024-03634-0",
    cases=Files(
        "sub-{n:04d}/anat/sub-{n}_{channel:flair|t1ce}.nii.gz",
        channels={"flair": "FLAIR", "t1ce": "T1w+Gd"},
    ),
    subject="{n}",
    labels=[
        Mask(
            "derivatives/sub-{n}/flair_seg_*.nii.gz",
            form="binary",
            name="brain lesion",
            grid="FLAIR",
        ),
        Mask(
            "derivatives/sub-{n}/t1ce_seg_*.nii.gz",
            form="binary",
            name="brain tumour",
            grid="T1w+Gd",
        ),
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/motum.py",
    ),
    verified="loader",
)
