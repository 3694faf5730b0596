"""TriALS 2024 task 1: liver lesions on portal-venous CT of Egyptian patients.

Six of sixty patients have an empty mask: no lesion was found. What kind a lesion is, is not said.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="trials24-task1",
    title="TriALS 2024 task 1 (portal-venous CT)",
    version="1.0.0",
    homepage="https://www.synapse.org/Synapse:syn53285416",
    license="LicenseRef-TriALS-2024",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("liver",),
    department="Oncology (Medical)",
    cite="Elbatel et al., TriALS: Triphasic-aided liver lesion segmentation, arXiv:2605.16572",
    root=("Task_1", ""),
    cases=Files("imagesTr/venous_{n:d}_0000.nii.gz"),
    subject="{n}",
    labels=[Mask("labelsTr/venous_{n}.nii.gz", names={1: "liver lesion"}, empty=ABSENT)],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/TriALS.md",),
    verified="loader",
)
