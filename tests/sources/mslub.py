"""MSLUB: two parts, raw and coregistered copies, lesions half a voxel from the brain mask."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=2,  # what changed between two studies is no lesion of one: that part is not read
    subjects=2,
    annotations={"mask": 2},
    names=("multiple sclerosis lesion",),
)
LESION = {1: (8, 16, 9, 17, 4, 10)}
OFF = np.diag([-0.9, -0.9, 3.0, 1.0])
OFF[:3, 3] = (20.45, 18.45, -11.5)
ON = OFF.copy()
ON[:3, 3] -= (0.45, 0.45, -1.5)  # half a voxel along each axis


def make(root: Path) -> None:
    """Patient 1 of one part is not that of the other; `gt` marks what changed between studies.

    FLAIR of patient 1 follows the header of the lesions, that of patient 30 the brain mask's.
    """
    top = root / "open_ms_data"
    for patient in ("patient01", "patient30"):
        for copy in ("raw", "coregistered"):
            folder = top / "cross_sectional" / copy / patient
            for channel in ("FLAIR", "T1W", "T1WKS", "T2W"):
                image, mask = fake_volume((30, 34, 14), LESION, low=0, high=900, seed=patient)
                path = folder / f"{channel}.nii.gz"
                if channel == "T1W" and copy == "raw":
                    fake_nifti(path, image, spacing_mm=(1.0, 1.0, 2.8))
                else:
                    fake_nifti(path, image, affine=ON if patient == "patient01" else OFF)
            fake_nifti(folder / "consensus_gt.nii.gz", mask, affine=ON)
            if copy == "coregistered":
                fake_nifti(folder / "brainmask.nii.gz", (mask >= 0).astype("uint8"), affine=OFF)
    for copy in ("raw", "coregistered"):
        folder = top / "longitudinal" / copy / "patient01"
        for study in (1, 2):
            for channel in ("FLAIR", "T1W", "T2W"):
                image, mask = fake_volume((30, 34, 14), LESION, low=0, high=900, seed=f"l{study}")
                fake_nifti(
                    folder / f"study{study}_{channel}.nii.gz", image, spacing_mm=(0.9, 0.9, 3.0)
                )
        fake_nifti(folder / "gt.nii.gz", mask, spacing_mm=(0.9, 0.9, 3.0))
        brain = (mask >= 0).astype("uint8")
        fake_nifti(folder / "brainmask.nii.gz", brain, spacing_mm=(0.9, 0.9, 3.0))
