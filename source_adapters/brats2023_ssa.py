"""BraTS 2023 SSA: adult glioma from Sub-Saharan Africa on four MR sequences, in 1 mm atlas space.

Enhancing tumour is 3. Scans are of lower quality than those of the other parts; the spacing is that
of the atlas. The training folder ends in `_V2`. Names end in a time point.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2023-ssa",
    title="BraTS 2023 SSA (Sub-Saharan Africa)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn51514109",
    license="LicenseRef-BraTS-2023",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Adewole et al., The BraTS Challenge 2023: Sub-Sahara Africa, arXiv:2305.19369",
    cases=Files(
        "ASNR-MICCAI-BraTS2023-SSA-Challenge-{set:Training|Validation}Data*/"  # _V2 or not
        "BraTS-SSA-{patient:05d}-{time:03d}/"
        "BraTS-SSA-{patient}-{time}-{channel:t1n|t1c|t2w|t2f}.nii.gz",
        channels={"t1n": "T1w", "t1c": "T1w+Gd", "t2w": "T2w", "t2f": "FLAIR"},
    ),
    subject="{patient}",
    study="{patient}-{time}",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "ASNR-MICCAI-BraTS2023-SSA-Challenge-{set}Data*/"
            "BraTS-SSA-{patient}-{time}/BraTS-SSA-{patient}-{time}-seg.nii.gz",
            names={1: "necrotic tumour core", 2: "peritumoural oedema", 3: "enhancing tumour"},
            missing=UNKNOWN,  # validation labels are hidden
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS2023-SSA.md",
    ),
    verified="loader",
)
