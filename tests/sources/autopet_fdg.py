"""autoPET: blanks in study folders, CT on another grid beside CTres, a study without lesions."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("FDG-avid lesion",),
    absent=("FDG-avid lesion",),
)
STUDIES = (
    ("PETCT_0011f3deaf", "03-23-2003-NA-PET-CT Ganzkoerper  primaer mit KM-10445"),
    ("PETCT_01140d52d8", "08-13-2005-NA-PET-CT Ganzkoerper  primaer mit KM-56839"),
    ("PETCT_01140d52d8", "09-20-2005-NA-PET-CT Ganzkoerper  primaer mit KM-49160"),
)


def make(root: Path) -> None:
    """The second study is negative: its mask is empty."""
    for n, (patient, study) in enumerate(STUDIES):
        folder = root / "FDG-PET-CT-Lesions" / patient / study
        boxes = {} if n == 1 else {1: (12, 18, 12, 18, 14, 20)}
        ct, mask = fake_volume((28, 28, 32), boxes, seed=f"ct{n}")
        suv, _ = fake_volume((28, 28, 32), boxes, low=0, high=12, seed=f"pet{n}")
        fake_nifti(folder / "CTres.nii.gz", ct, spacing_mm=(2, 2, 3))
        fake_nifti(folder / "SUV.nii.gz", suv.astype("float32"), spacing_mm=(2, 2, 3))
        fake_nifti(folder / "PET.nii.gz", suv.astype("float32") * 1000, spacing_mm=(2, 2, 3))
        fake_nifti(folder / "SEG.nii.gz", mask, spacing_mm=(2, 2, 3))
        wide, _ = fake_volume((56, 56, 32), seed=f"wide{n}")
        fake_nifti(folder / "CT.nii.gz", wide, spacing_mm=(1, 1, 3))
