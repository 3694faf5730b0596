"""BraTS 2023 MET: brain metastases on four MR sequences, in one 1 mm atlas space.

Enhancing tumour is 3, label 2 all surrounding FLAIR hyperintensity. A second folder,
`…_Additional`, holds further training cases. Names end in a time point; a patient may have several.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2023-met",
    title="BraTS 2023 MET (metastases)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514107",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Moawad et al., The BraTS-METS Challenge 2023, arXiv:2306.00838",
    cases=Files(
        "ASNR-MICCAI-BraTS2023-MET-Challenge-{set:Training|Validation}Data*/"  # and _Additional
        "BraTS-MET-{patient:05d}-{time:03d}/"
        "BraTS-MET-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "ASNR-MICCAI-BraTS2023-MET-Challenge-{set}Data*/"
            "BraTS-MET-{patient}-{time}/BraTS-MET-{patient}-{time}-seg.nii.gz",
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
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS2023-MET.md",
    ),
    verified="loader",
)
