"""MSD Task01: 4D images (last axis = sequence), 3D labels, `._` files, unlabelled test images."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("peritumoural oedema", "non-enhancing tumour core", "enhancing tumour"),
)


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read."""
    base = root / "Task01_BrainTumour"
    boxes = {1: (4, 22, 4, 22, 4, 20), 2: (7, 19, 7, 19, 7, 17), 3: (10, 16, 10, 16, 10, 14)}
    for n in (1, 457):
        image, mask = fake_volume((24, 24, 24), boxes, low=0, high=900, seed=str(n))
        channels = np.stack([image, image // 2, image // 3, image // 4], axis=-1)
        fake_nifti(base / "imagesTr" / f"BRATS_{n:03d}.nii.gz", channels)
        fake_nifti(base / "labelsTr" / f"BRATS_{n:03d}.nii.gz", mask)
        write_text(base / "imagesTr" / f"._BRATS_{n:03d}.nii.gz", "Mac OS X")
    fake_nifti(base / "imagesTs" / "BRATS_485.nii.gz", channels)
    write_json(
        base / "dataset.json",
        {"modality": {"0": "FLAIR", "1": "T1w", "2": "t1gd", "3": "T2w"}, "numTraining": 2},
    )
