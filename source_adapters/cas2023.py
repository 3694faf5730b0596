"""CAS2023: arteries of the brain on time-of-flight angiography.

The layout is that of a copy in nnU-Net's form, whose file names were not seen. One value stands for
all arteries.
"""

from gmai_data import Files, First, Mask, Source

SOURCE = Source(
    name="cas2023",
    title="CAS2023 (cerebral artery segmentation)",
    version="1.0.0",
    homepage="https://codalab.lisn.upsaclay.fr/competitions/9804",
    license="LicenseRef-CAS2023",
    access="registration",
    redistribution=False,
    modality="MR",
    sequence="MRA",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="CAS2023: Cerebral Artery Segmentation Challenge, MICCAI 2023",
    cases=Files(First("imagesTr/{scan}_0000.nii.gz", "imagesTr/{scan}.nii.gz")),
    subject="{scan}",
    labels=[Mask("labelsTr/{scan}.nii.gz", names={1: "cerebral artery"})],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/CAS2023.md",),
    verified="memory",
)
