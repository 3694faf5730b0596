"""LISA 2024 task 2: the hippocampi on low-field (0.064 T) T2 MR of infants.

Values 1 and 2 are the two sides; which is left was not seen, and sources disagree: no side is said.
The layout is that of a copy in nnU-Net's form.
"""

from gmai_data import Files, Mask, Source

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
    cases=Files("imagesTr/LISA_{n:04d}_0000.nii.gz"),
    subject="{n}",
    labels=[Mask("labelsTr/LISA_{n}.nii.gz", names={1: "hippocampus", 2: "hippocampus"})],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/LISA.md",),
    verified="loader",
)
