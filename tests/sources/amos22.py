"""AMOS22: CT up to number 500, MR above; unlabelled test images; `__MACOSX` beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    annotations={"mask": 3},
    names=("right kidney", "left kidney", "prostate or uterus"),
)


def make(root: Path) -> None:
    """amos_0507 is MR; imagesTs has no labels folder."""
    base = root / "amos22"
    boxes = {2: (20, 28, 8, 18, 8, 20), 3: (4, 12, 8, 18, 8, 20), 15: (12, 20, 10, 20, 1, 7)}
    for part, n in (("Tr", 1), ("Tr", 507), ("Va", 8)):
        low, high = (-1000, 400) if n <= 500 else (0, 900)
        image, mask = fake_volume((32, 28, 24), boxes, low=low, high=high, seed=str(n))
        fake_nifti(base / f"images{part}" / f"amos_{n:04d}.nii.gz", image, spacing_mm=(1, 1, 2))
        fake_nifti(base / f"labels{part}" / f"amos_{n:04d}.nii.gz", mask, spacing_mm=(1, 1, 2))
    fake_nifti(base / "imagesTs" / "amos_0002.nii.gz", image, spacing_mm=(1, 1, 2))
    write_json(base / "dataset.json", {"numTraining": 2})
    write_text(root / "__MACOSX" / "amos22" / "imagesTr" / "._amos_0001.nii.gz", "Mac OS X")
