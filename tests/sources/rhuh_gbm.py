"""RHUH-GBM: three time points per patient, a folder each, and a clinical table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=6,
    subjects=2,
    annotations={"mask": 6},
    names=("peritumoural oedema", "enhancing tumour"),
)


def make(root: Path) -> None:
    """After surgery (time 1) the second patient has no enhancing tumour left."""
    boxes = {2: (4, 24, 4, 24, 4, 22), 3: (7, 20, 7, 20, 7, 19), 1: (10, 16, 10, 16, 10, 14)}
    for patient in ("RHUH-0001", "RHUH-0040"):
        for time in range(3):
            kept = {2: boxes[2]} if (patient, time) == ("RHUH-0040", 1) else boxes
            stem = root / "RHUH-GBM" / patient / str(time) / f"{patient}_{time}"
            for channel in ("t1", "t1ce", "t2", "flair", "adc"):
                image, mask = fake_volume(
                    (28, 28, 26), kept, low=0, high=900, seed=f"{patient}{time}{channel}"
                )
                fake_nifti(Path(f"{stem}_{channel}.nii.gz"), image, orientation="LPS")
            fake_nifti(Path(f"{stem}_segmentations.nii.gz"), mask, orientation="LPS")
    write_table(
        root / "clinical_data_TCIA_RHUH-GBM.csv",
        ["Patient ID", "Age", "Sex", "Extent of resection", "Overall survival (days)"],
        [["RHUH-0001", 61, "M", "GTR", 412], ["RHUH-0040", 55, "F", "NTR", 233]],
    )
