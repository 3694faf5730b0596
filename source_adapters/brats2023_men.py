"""BraTS 2023 MEN: intracranial meningioma on four MR sequences, in one 1 mm atlas space.

Enhancing tumour is 3. Label 1 is the non-enhancing core, label 2 all surrounding FLAIR
hyperintensity. A case may be corrected by the folder `BraTS-MEN-Train-Fix`, which is not read: put
its files over the old ones. Names end in a time point; a patient may have several.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2023-men",
    title="BraTS 2023 MEN (meningioma)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514106",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="LaBella et al., The ASNR-MICCAI BraTS Challenge 2023: Meningioma, arXiv:2305.07642",
    cases=Files(
        "ASNR-MICCAI-BraTS2023-MEN-Challenge-{set:Training|Validation}Data/"
        "BraTS-MEN-{patient:05d}-{time:03d}/"
        "BraTS-MEN-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "ASNR-MICCAI-BraTS2023-MEN-Challenge-{set}Data/"
            "BraTS-MEN-{patient}-{time}/BraTS-MEN-{patient}-{time}-seg.nii.gz",
            names={
                1: "non-enhancing tumour core",
                2: "peritumoural signal abnormality",
                3: "enhancing tumour",
            },
            missing=UNKNOWN,  # validation labels are hidden
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS2023-MEN.md",
    ),
    verified="loader",
)
