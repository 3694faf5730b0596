"""ISPY1-Tumor-SEG: three phases of a patient, three kinds of masks, a second set of images."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("breast tumour",))


def make(root: Path) -> None:
    """Masks are on the grid of the z-scored copy, not on that of the native images."""
    for patient in ("ISPY1_1002", "ISPY1_1081"):
        for n in range(3):
            name = f"{patient}_DCE_{n:04d}_N3.nii"
            write_pair(
                root / "images_bias-corrected_nifti" / patient / name,
                None,
                {},
                low=0,
                high=900,
                shape=(20, 20, 20),
            )
            labels = write_pair(
                root / "images_bias-corrected_resampled_zscored_nifti" / patient / name,
                root / "masks_stv_manual" / f"{patient}.nii.gz",
                {1: (8, 20, 8, 18, 4, 14)},
                low=-3,
                high=3,
            )
        for folder in ("masks_ftv", "masks_stv_resunet"):
            write_volume(root / folder / f"{patient}.nii.gz", labels)
    write_text(root / "captk_parameter_file_ispy1.csv", "a,b\n1,2\n")
