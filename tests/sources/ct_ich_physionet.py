"""CT-ICH: uncompressed NIfTI, masks of 255, a table with a row per slice."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(cases=2, subjects=2, names=("intracranial haemorrhage",))
KINDS = ["Intraventricular", "Intraparenchymal", "Subarachnoid", "Epidural", "Subdural"]


def make(root: Path) -> None:
    """Patient 51 does not bleed; slices count from 1, file names are padded to three digits."""
    rows = []
    for n, boxes in ((49, {255: (5, 12, 8, 20, 5, 12)}), (51, {})):
        write_pair(root / "ct_scans" / f"{n:03d}.nii", root / "masks" / f"{n:03d}.nii", boxes,
                   low=-20, high=120, spacing_mm=(0.5, 0.5, 5.0))  # fmt: skip
        for k in range(1, 21):
            bleeds = int(bool(boxes) and 6 <= k <= 12)
            rows.append([n, k, 0, 0, 0, 0, bleeds, 1 - bleeds, int(bleeds and k == 6)])
    write_table(root / "hemorrhage_diagnosis_raw_ct.csv",
                ["PatientNumber", "SliceNumber", *KINDS, "No_Hemorrhage", "Fracture_Yes_No"],
                rows)  # fmt: skip
    write_table(root / "Patient_demographics.csv",
                ["Patient Number", "Age (years)", "Gender"], [[49, 0.01, "Male"]])  # fmt: skip
