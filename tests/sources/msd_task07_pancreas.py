"""MSD Task07: pancreas with its tumour cut out, numbers not contiguous, `._` files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 2}, names=("pancreas", "pancreatic mass")
)


def make(root: Path) -> None:
    """imagesTs holds a case that must not be read: its labels are hidden."""
    base = root / "Task07_Pancreas"
    boxes = {1: (4, 26, 8, 24, 4, 24), 2: (10, 18, 12, 20, 8, 18)}
    for n in (1, 421):
        name = f"pancreas_{n:03d}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, low=-1000, high=400, seed=str(n))
        fake_nifti(base / "imagesTr" / name, image, spacing_mm=(0.8, 0.8, 2.5))
        fake_nifti(base / "labelsTr" / name, mask, spacing_mm=(0.8, 0.8, 2.5))
        write_text(base / "imagesTr" / f"._{name}", "Mac OS X")
        write_text(base / "labelsTr" / f"._{name}", "Mac OS X")
    fake_nifti(base / "imagesTs" / "pancreas_003.nii.gz", image, spacing_mm=(0.8, 0.8, 2.5))
    write_json(
        base / "dataset.json",
        {"modality": {"0": "CT"}, "labels": {"1": "pancreas", "2": "cancer"}, "numTraining": 2},
    )
