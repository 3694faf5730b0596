"""BraTS 2023 GLI: adult glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 3, unlike BraTS 2021. Names use hyphens and end in a time point: a patient may
have several. The subjects are those of BraTS 2021 under other numbers: never put both into one
split recipe.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2023-gli",
    title="BraTS 2023 GLI (adult glioma)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514105",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    derived_from=("brats2021",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cases=Files(
        "*-{set:Training|Validation}Data/BraTS-GLI-{patient:05d}-{time:03d}/"
        "BraTS-GLI-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "*-{set}Data/BraTS-GLI-{patient}-{time}/BraTS-GLI-{patient}-{time}-seg.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 3: "enhancing tumour"},
            missing=UNKNOWN,  # validation labels are hidden
        )
    ],
    evidence=("https://github.com/zhaoziheng/SAT-DS processor.py",),
    verified="loader",
)
