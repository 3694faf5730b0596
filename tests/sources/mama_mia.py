"""MAMA-MIA: as many phases as the scanner made, expert and automatic masks, a split table."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("breast tumour",),
)
PATIENTS = {"DUKE_001": 5, "ISPY1_1001": 3, "NACT_01": 3}  # phases


def make(root: Path) -> None:
    """Folders are in capitals, files are not; the split table has unequal columns."""
    for patient, phases in PATIENTS.items():
        for phase in range(phases):
            image, mask = fake_volume(
                (32, 32, 24), {1: (8, 14, 8, 16, 6, 14)}, low=0, high=900, seed=f"{patient}{phase}"
            )
            name = f"{patient.lower()}_{phase:04d}.nii.gz"
            fake_nifti(root / "images" / patient / name, image, orientation="LPS")
        for reader in ("expert", "automatic"):
            fake_nifti(
                root / "segmentations" / reader / f"{patient.lower()}.nii.gz",
                mask,
                orientation="LPS",
            )
    write_table(
        root / "train_test_splits.csv",
        ["train_split", "test_split"],
        [["DUKE_001", "NACT_01"], ["ISPY1_1001", ""]],
    )
    write_xlsx(
        root / "clinical_and_imaging_info.xlsx",
        ["patient_id", "dataset", "age", "tumor_subtype", "pcr", "bilateral_breast_cancer"],
        [["DUKE_001", "DUKE", 41, "luminal_a", 0, 0], ["ISPY1_1001", "ISPY1", 38, None, 1, 0],
         ["NACT_01", "NACT", None, "triple_negative", None, 0]],
        sheet="dataset_info",
    )  # fmt: skip
