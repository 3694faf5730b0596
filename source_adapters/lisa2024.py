"""LISA 2024 task 2: the hippocampi on low-field (0.064 T) T2 MR of infants.

Values 1 and 2 are the two sides; which is left was not seen, and sources disagree: no side is said.
Two layouts are read: a copy in nnU-Net's form, and the release of 2025, which has more patients
(and, beside the hippocampi, basal ganglia and ventricles, which are not read).
"""

from gmai_data import Files, Layout, Mask, Source

SIDES = {1: "hippocampus", 2: "hippocampus"}

SOURCE = Source(
    name="lisa2024",
    title="LISA 2024 (low-field infant hippocampus)",
    version="1.0.0",
    homepage="https://www.synapse.org/Synapse:syn55249552",
    license="LicenseRef-LISA-2024",
    access="registration",
    redistribution=False,
    modality="MR",
    sequence="T2w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="LISA: Low field pediatric brain magnetic resonance Image Segmentation and quality "
    "Assurance Challenge, MICCAI 2024",
    subject="{n}",
    layouts=(
        Layout(
            "nnU-Net",
            cases=Files("imagesTr/LISA_{n:04d}_0000.nii.gz"),
            labels=[Mask("labelsTr/LISA_{n}.nii.gz", names=SIDES)],
        ),
        Layout(
            "release",
            cases=Files("Low Field Images/LISA_{n:04d}_ciso.{:nii|nii.gz}"),
            labels=[
                Mask(
                    "Subtask 2a - Hippocampus Segmentations/LISA_{n}_HF_hipp.{:nii|nii.gz}",
                    names=SIDES,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/LISA.md",
        "https://github.com/vcasellesb/RISE-MICCAI-LISA-2025 src/prepare_data.py (folders of 2025)",
    ),
    verified="loader",
)
