"""MSD Task09: numbers are not contiguous, `._` files, unlabelled test images."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("spleen",))


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read."""
    base = root / "Task09_Spleen"
    boxes = {1: (3, 14, 8, 24, 6, 24)}
    for n in (2, 63):
        name = f"spleen_{n}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=-1000, high=400, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image)
        fake_nifti(base / "labelsTr" / name, mask)
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    n = 999
    fake_nifti(base / "imagesTs" / f"spleen_{n}.nii.gz", image)
    write_json(base / "dataset.json", {"numTraining": 2, "training": [], "test": []})
