"""BraTS-TCGA-GBM: a date in file names, one patient without a corrected segmentation."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("non-enhancing tumour core", "peritumoural oedema", "enhancing tumour"),
)


def make(root: Path) -> None:
    """The automatic map of the first patient has values 1 and 2 only."""
    boxes = {2: (4, 24, 4, 24, 4, 22), 4: (7, 20, 7, 20, 7, 19), 1: (10, 16, 10, 16, 10, 14)}
    top = root / "Pre-operative_TCGA_GBM_NIfTI_and_Segmentations"
    for patient, date in (("TCGA-02-0006", "1996.08.23"), ("TCGA-19-5958", "2010.05.07")):
        stem = top / patient / f"{patient}_{date}"
        for channel in ("flair", "t1", "t1Gd", "t2"):
            image, mask = fake_volume((28, 28, 26), boxes, low=0, high=900, seed=patient + channel)
            fake_nifti(Path(f"{stem}_{channel}.nii.gz"), image, orientation="LPS")
        fake_nifti(Path(f"{stem}_GlistrBoost.nii.gz"), mask, orientation="LPS")
        if patient == "TCGA-02-0006":
            name = f"{stem}_GlistrBoost_ManuallyCorrected.nii.gz"
            fake_nifti(Path(name), mask, orientation="LPS")
