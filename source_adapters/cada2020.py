"""CADA 2020: intracranial aneurysms on 3D rotational angiography.

A value is one aneurysm. The volumes are reconstructions of rotating X-ray angiography, whose values
are no Hounsfield units. A letter behind a number (`_L`, `_R`) is a second acquisition of the same
patient (from memory).
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="cada2020",
    title="CADA 2020 (cerebral aneurysms, 3DRA)",
    version="1.0.0",
    homepage="https://cada.grand-challenge.org/",
    license="LicenseRef-CADA-2020",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="X-Ray",
    sequence="angiography",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Ivantsits et al., Medical Image Analysis 2022, doi:10.1016/j.media.2021.102333",
    cases=Files("train_dataset/A{n:3}{side}orig.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "train_mask_images/A{n}{side}labeledMasks.nii.gz",
            name="intracranial aneurysm",
            instances="{pixel}",
        )
    ],
    evidence=("https://github.com/MIC-DKFZ/nnDetection projects/Task017_CADA/scripts/prepare.py",),
    verified="loader",
)
