"""HECKTOR 2022: CT and PET on different grids, two underscores, two tables."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("head and neck primary tumour", "nodal metastasis"),
)
PATIENTS = ("CHUM-001", "CHUP-042", "MDA-113")


def make(root: Path) -> None:
    """The mask is on the grid of the CT; CHUP-042 has no nodal disease."""
    base = root / "hecktor2022_training" / "hecktor2022"
    for patient in PATIENTS:
        boxes = {1: (8, 18, 8, 18, 4, 14), 2: (22, 28, 12, 20, 2, 10)}
        if patient == "CHUP-042":
            del boxes[2]
        write_pair(
            base / "imagesTr" / f"{patient}__CT.nii.gz",
            base / "labelsTr" / f"{patient}.nii.gz",
            boxes,
        )
        write_pair(
            base / "imagesTr" / f"{patient}__PT.nii.gz", None, {}, shape=(16, 15, 10),
            spacing_mm=(2, 2, 2), low=0, high=20,
        )  # fmt: skip
    write_table(
        root / "hecktor2022_training" / "hecktor2022_clinical_info_training.csv",
        ["PatientID", "Task 1", "Task 2", "CenterID", "Gender", "Age", "Weight"],
        [[p, 1, 1, n, "M", 60 + n, 70] for n, p in enumerate(PATIENTS, 1)],
    )
    write_table(
        root / "hecktor2022_training" / "hecktor2022_endpoint_training.csv",
        ["PatientID", "Relapse", "RFS"],
        [[p, 0, 1000 + n] for n, p in enumerate(PATIENTS)],
    )
