"""RESECT with the masks of CuRIOUS 2022: low-grade glioma on ultrasound during surgery.

Three sweeps of a patient: before resection, where the mask is the tumour, during and after it,
where the mask is the cavity. Two downloads lie side by side. A sweep without a mask is unknown. MR,
landmarks and the MINC copy are not read. Axes of the sweeps are those of the patient. The sweeps
are CC BY 4.0, the masks CC BY-NC-SA 4.0. What is full of blood may be left out of a cavity's mask.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source

SOURCE = Source(
    name="resect-curious",
    title="RESECT / CuRIOUS 2022 (intra-operative ultrasound)",
    version="1.0.0",
    homepage="https://curious2022.grand-challenge.org",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    modality="Ultrasound",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Xiao et al., Medical Physics 2017, doi:10.1002/mp.12268; Behboodi et al., "
    "arXiv:2207.07494",
    cases=Files("RESECT/NIFTI/Case{n:d}/US/Case{n}-US-{time:before|during|after}.nii.gz"),
    subject="{n}",
    study="{n}",
    labels=[
        First(
            Mask(
                "RESECT_segmentation/Case{n}/Case{n}-US-{time}-tumor.nii.gz",
                names={1: "brain tumour"},
            ),
            Mask(
                "RESECT_segmentation/Case{n}/Case{n}-US-{time}-resection.nii.gz",
                names={1: "resection cavity"},
                missing=UNKNOWN,
            ),
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CuRIOUS2022.md",
        'public code search for "US-during-resection" (names in the archive, values, licences)',
    ),
    verified="loader",
)
