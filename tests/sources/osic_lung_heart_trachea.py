"""OSIC CT with NRRD masks of another Kaggle set: a file per structure, not for every patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table
from tests.pairs import write_volume

EXPECTED = Expected(cases=2, subjects=2, names=("lung", "heart", "trachea"), rejected=1)
BOXES = {1: (4, 26, 4, 14, 2, 9), 2: (8, 20, 15, 21, 2, 9), 3: (14, 18, 22, 27, 2, 9)}
STRUCTURES = {1: "lung", 2: "heart", 3: "trachea"}
PATIENTS = ("ID00007637202177411956430", "ID00009637202177434476278", "ID00012637202177665765362")


def make(root: Path) -> None:
    """The second patient has a noisy trachea alone beside its lung and heart, the third nothing."""
    competition = root / "osic-pulmonary-fibrosis-progression"
    rows = []
    for n, patient in enumerate(PATIENTS):
        image, mask = fake_volume((32, 30, 10), BOXES, seed=patient)
        fake_dicom_series(
            competition / "train" / patient,
            image,
            name="{n}.dcm",
            spacing_mm=(1.0, 1.0, 5.0),
            PatientID=patient,
        )
        for value, structure in STRUCTURES.items():
            tail = "_noisy" if (n, structure) == (1, "trachea") else ""
            if n < 2:
                folder = root / "ct-lung-heart-trachea-segmentation" / f"nrrd_{structure}"
                write_volume(
                    folder / f"nrrd_{structure}" / f"{patient}_{structure}{tail}.nrrd",
                    (mask == value).astype("uint8"),
                    (1.0, 1.0, 5.0),
                )
        rows += [
            [patient, week, 2315 - 40 * week, 58.25, 79, "Male", "Ex-smoker"] for week in (0, 5)
        ]
    write_table(
        competition / "train.csv",
        ["Patient", "Weeks", "FVC", "Percent", "Age", "Sex", "SmokingStatus"],
        rows,
    )
