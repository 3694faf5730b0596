"""MSD Task02: left atrium on MR, files named `la_`, numbers not contiguous, `._` files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("left atrium",))


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read: its labels are hidden."""
    base = root / "Task02_Heart"
    boxes = {1: (8, 24, 8, 24, 6, 20)}
    for n in (3, 30):
        name = f"la_{n:03d}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=0, high=900, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image, spacing_mm=(1.25, 1.25, 1.37))
        fake_nifti(base / "labelsTr" / name, mask, spacing_mm=(1.25, 1.25, 1.37))
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    fake_nifti(base / "imagesTs" / "la_001.nii.gz", image, spacing_mm=(1.25, 1.25, 1.37))
    write_json(
        base / "dataset.json",
        {"modality": {"0": "MRI"}, "labels": {"1": "left atrium"}, "numTraining": 2},
    )
