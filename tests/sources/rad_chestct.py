"""RAD-ChestCT: an npz per scan, a table per split with a column per abnormality and location."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 2, "val": 1},
    names=("lung nodule", "pleural effusion"),
)
COLUMNS = ("nodule*right_upper", "nodule*left_lower", "nodule*other", "pleural_effusion*right_lung",
           "cardiomegaly*heart", "atelectasis*left_lung")  # fmt: skip
SCANS = {
    "imgtrain": {"trn00001": (1, 0, 0, 0, 0, 0), "trn00002": (0, 0, 0, 1, 1, 0)},
    "imgvalid": {"val00007": (0, 1, 1, 0, 0, 1)},
    "imgtest": {"tst00003": (0, 0, 0, 0, 0, 0)},
}


def make(root: Path) -> None:
    """trn00001 and trn00002 are of one patient; the tables list scans that are not public."""
    rows = []
    for split, scans in SCANS.items():
        for scan in scans:
            volume = -1000 + 1400 * noise((24, 40, 40), scan)
            root.mkdir(parents=True, exist_ok=True)
            np.savez_compressed(root / f"{scan}.npz", ct=volume.astype(np.int16))
            rows.append([f"{scan}.npz", "mrn1" if scan.startswith("trn") else f"m{scan}", scan])
        listed = {**scans, f"{next(iter(scans))[:3]}30000": (0,) * len(COLUMNS)}
        write_table(root / f"{split}_Abnormality_and_Location_Labels.csv",
                    ["NoteAcc_DEID", *COLUMNS],
                    [[scan, *map(float, flags)] for scan, flags in listed.items()])  # fmt: skip
    write_table(root / "CT_Scan_Metadata_Complete_35747.csv",
                ["FullVolumeFilename", "MRN_DEID", "NoteAcc_DEID"],
                rows)  # fmt: skip
