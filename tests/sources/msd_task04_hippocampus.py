"""MSD Task04: small crops, `._` files, unlabelled test images."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("anterior hippocampus", "posterior hippocampus"),
)


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read."""
    base = root / "Task04_Hippocampus"
    boxes = {1: (8, 24, 16, 28, 8, 24), 2: (8, 24, 4, 16, 8, 24)}
    for n in (1, 394):
        name = f"hippocampus_{n:03d}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=0, high=900, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image)
        fake_nifti(base / "labelsTr" / name, mask)
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    n = 999
    fake_nifti(base / "imagesTs" / f"hippocampus_{n:03d}.nii.gz", image)
    write_json(base / "dataset.json", {"numTraining": 2, "training": [], "test": []})
