"""MVSeg 2023: 3D transoesophageal echo, the split in folder and file names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
)


def make(root: Path) -> None:
    """Numbers start anew in each part."""
    boxes = {1: (6, 15, 9, 20, 10, 13), 2: (15, 25, 9, 20, 10, 13)}
    for part, n in (("train", 1), ("train", 105), ("val", 1), ("test", 1)):
        stem = f"{part}_{n:03d}"
        image, mask = fake_volume((32, 32, 28), boxes, low=0, high=255, seed=stem)
        fake_nifti(root / part / f"{stem}-US.nii.gz", image.astype("uint8"))
        fake_nifti(root / part / f"{stem}-label.nii.gz", mask)
