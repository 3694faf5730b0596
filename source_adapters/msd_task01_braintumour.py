"""MSD Task01: glioma on one 4D file of four MR sequences, last axis in the order of dataset.json.

Label 1 is oedema here (2 in BraTS). dataset.json calls label 2 "non-enhancing tumor": it is the
necrotic and non-enhancing core of BraTS 2017, one value for both. Tutorials of MONAI exchange 2 and
3; a listing's volumes (3 is missing in twelve cases, as enhancement is in low grade) bear out
dataset.json. The archive holds `._*` files.
Cases come from BraTS 2016 and 2017 under numbers of their own, so that patients cannot be matched:
never put both into one split recipe. Test labels are hidden.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="msd-task01-braintumour",
    title="Medical Segmentation Decathlon Task01 BrainTumour",
    version="1.0.0",
    homepage="http://medicaldecathlon.com/",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2017",),
    cite="Antonelli et al., Nature Communications 2022, doi:10.1038/s41467-022-30695-9",
    root=("Task01_BrainTumour", ""),
    cases=Files("imagesTr/BRATS_{n:03d}.nii.gz", channels=["FLAIR", "T1w", "T1w+Gd", "T2w"]),
    subject="{n}",
    labels=[
        Mask(
            "labelsTr/BRATS_{n}.nii.gz",
            names={1: "peritumoural oedema", 2: "non-enhancing tumour core", 3: "enhancing tumour"},
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/convert_MSD_dataset.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MSD_Brain.md",
        'public code search for "non-enhancing tumor" (copies of dataset.json)',
    ),
    verified="loader",
)
