"""BraTS 2023 PED: brain tumours of children on four MR sequences, in one 1 mm atlas space.

Label 1 is the non-enhancing component (with cysts and necrosis), 2 oedema, 3 enhancing tumour; the
enhancing part is often missing. Names end in a time point; a patient may have several.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2023-ped",
    title="BraTS 2023 PED (paediatric)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514108",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Fathi Kazerooni et al., The BraTS Challenge 2023: Focus on Pediatrics, arXiv:2305.17033",
    cases=Files(
        "ASNR-MICCAI-BraTS2023-PED-Challenge-{set:Training|Validation}Data/"
        "BraTS-PED-{patient:05d}-{time:03d}/"
        "BraTS-PED-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "ASNR-MICCAI-BraTS2023-PED-Challenge-{set}Data/"
            "BraTS-PED-{patient}-{time}/BraTS-PED-{patient}-{time}-seg.nii.gz",
            names={
                1: "non-enhancing tumour core",
                2: "peritumoural oedema",
                3: "enhancing tumour",
            },
            missing=UNKNOWN,  # validation labels are hidden
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS2023-PED.md",
    ),
    verified="loader",
)
