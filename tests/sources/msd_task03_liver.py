"""MSD Task03: plain numbers, `._` files, unlabelled test images."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("liver", "liver tumour"))


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read."""
    base = root / "Task03_Liver"
    boxes = {1: (10, 30, 4, 28, 4, 26), 2: (14, 22, 8, 16, 8, 16)}
    for n in (0, 130):
        name = f"liver_{n}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=-1000, high=400, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image)
        fake_nifti(base / "labelsTr" / name, mask)
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    n = 999
    fake_nifti(base / "imagesTs" / f"liver_{n}.nii.gz", image)
    write_json(base / "dataset.json", {"numTraining": 2, "training": [], "test": []})
