"""MSD Task05: 4D images (T2, ADC on the last axis), 3D labels, `._` files, two-digit numbers."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("peripheral zone", "transition zone"),
)


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read; the order of channels is in dataset.json."""
    base = root / "Task05_Prostate"
    boxes = {1: (8, 24, 6, 12, 2, 10), 2: (9, 23, 12, 24, 2, 10)}
    for n in (0, 47):
        name = f"prostate_{n:02d}.nii.gz"
        image, mask = fake_volume((32, 32, 12), boxes, low=0, high=900, seed=str(n))
        channels = np.stack([image, image // 2], axis=-1)
        fake_nifti(base / "imagesTr" / name, channels, spacing_mm=(0.6, 0.6, 3.6))
        fake_nifti(base / "labelsTr" / name, mask, spacing_mm=(0.6, 0.6, 3.6))
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    fake_nifti(base / "imagesTs" / "prostate_03.nii.gz", channels, spacing_mm=(0.6, 0.6, 3.6))
    write_json(
        base / "dataset.json",
        {"modality": {"0": "T2", "1": "ADC"}, "labels": {"1": "PZ", "2": "TZ"}, "numTraining": 2},
    )
