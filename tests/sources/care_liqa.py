"""CARE LiQA: seven sequences of a patient on grids of their own; the mask is on GED4 alone."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair

EXPECTED = Expected(cases=3, subjects=3, names=("liver",))
SEQUENCES = ("T1", "T2", "DWI_800", "GED1", "GED2", "GED3")


def make(root: Path) -> None:
    """The last letters of a folder are the stage of fibrosis; one patient has no mask.

    A folder of the validation set names no stage.
    """
    held = root / "LiQA_val" / "Vendor_A" / "0001-A" / "GED4.nii.gz"
    write_pair(held, None, {}, low=0, high=900)
    for vendor, patient, labelled in (
        ("Vendor_A", "1001-A-S1", False), ("Vendor_B1", "1194-B1-S4", True),
        ("Vendor_B2", "1250-B2-S2", True),
    ):  # fmt: skip
        folder = root / "LiQA_training_data" / vendor / patient
        write_pair(
            folder / "GED4.nii.gz",
            folder / "mask_GED4.nii.gz" if labelled else None,
            {1: (3, 20, 6, 24, 3, 17)},
            low=0,
            high=900,
            seed=patient,
        )
        for k, sequence in enumerate(SEQUENCES):
            write_pair(
                folder / f"{sequence}.nii.gz", None, {}, shape=(26, 24, 12 + k % 3),
                spacing_mm=(1.2, 1.2, 1.6), low=0, high=900,
            )  # fmt: skip
