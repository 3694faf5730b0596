"""MedSeg liver segments: two zip files, numbers from 0."""

import zipfile
from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=tuple(f"liver segment {n}" for n in range(1, 9)),
)


def make(root: Path) -> None:
    """Both archives are as downloaded."""
    boxes = {n: (3 * n, 3 * n + 3, 6, 24, 4, 20) for n in range(1, 9)}
    for n in (0, 10):
        image, mask = fake_volume((30, 30, 24), boxes, seed=str(n))
        fake_nifti(root / f"img{n}.nii.gz", image)
        fake_nifti(root / f"mask{n}.nii.gz", mask)
    for kind in ("img", "mask"):
        files = sorted(root.glob(f"{kind}*.nii.gz"))
        with zipfile.ZipFile(root / f"{kind}.zip", "w") as archive:
            for file in files:
                archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
                file.unlink()
