"""MSD Task10: one class, a primary cancer of the colon, `._` files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("colon cancer",))


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read: its labels are hidden."""
    base = root / "Task10_Colon"
    boxes = {1: (8, 20, 8, 20, 6, 20)}
    for n in (1, 221):
        name = f"colon_{n:03d}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=-1000, high=400, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image, spacing_mm=(0.8, 0.8, 5.0))
        fake_nifti(base / "labelsTr" / name, mask, spacing_mm=(0.8, 0.8, 5.0))
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    fake_nifti(base / "imagesTs" / "colon_002.nii.gz", image, spacing_mm=(0.8, 0.8, 5.0))
    write_json(
        base / "dataset.json",
        {"modality": {"0": "CT"}, "labels": {"1": "colon cancer primaries"}, "numTraining": 2},
    )
