"""BraTS 2024 GLI: glioma after treatment on four MR sequences, in one 1 mm atlas space.

Label 4 is new: the resection cavity. Label 2 is all FLAIR hyperintensity around the tumour, after
treatment not oedema alone. Subjects have several time points. Validation folders hold no labels:
unknown. Numbers of patients are not those of BraTS 2023 GLI; whether the patients are is not known.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2024-gli",
    title="BraTS 2024 GLI (post-treatment glioma)",
    version="1.0.0",
    homepage="https://www.synapse.org/Synapse:syn53708249",
    license="LicenseRef-BraTS-2024",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="de Verdier et al., The 2024 BraTS Challenge: Post-treatment MRI, arXiv:2405.18368",
    cases=Files(
        "{set:training|validation}_data*/BraTS-GLI-{patient:05d}-{time:03d}/"
        "BraTS-GLI-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"training": "train", "validation": "val"}),
    labels=[
        Mask(
            "{set}_data*/BraTS-GLI-{patient}-{time}/BraTS-GLI-{patient}-{time}-seg.nii.gz",
            names={
                1: "non-enhancing tumour core",
                2: "peritumoural signal abnormality",
                3: "enhancing tumour",
                4: "resection cavity",
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/"
        "Dataset226_BraTS2024-BraTS-GLI.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/brats24.py",
    ),
    verified="loader",
)
