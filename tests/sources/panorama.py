"""PANORAMA: images of four archives, labels and the table of diagnoses of a repository."""

from pathlib import Path

from gmai_data.testing import Expected, write_text, write_xlsx
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"flags": 3, "mask": 3},
    names=("pancreas", "pancreatic duct", "common bile duct", "pancreatic ductal adenocarcinoma"),
    absent=("pancreatic ductal adenocarcinoma",),
)
HEADER = [
    "PANORAMA_patient_id", "PANORAMA_study_id", "anonymized_study_date", "patient_age",
    "patient_sex", "scanner", "label", "level",
]  # fmt: skip
BOXES = {
    1: (4, 10, 4, 10, 5, 12), 2: (12, 16, 4, 8, 3, 17), 3: (18, 22, 4, 8, 3, 17),
    4: (4, 24, 12, 20, 5, 14), 5: (6, 20, 22, 24, 7, 10), 6: (26, 30, 12, 18, 3, 17),
}  # fmt: skip


def make(root: Path) -> None:
    """The second patient came twice and is of another set, so that most cells are blank."""
    labels = root / "panorama_labels"
    for batch, study, source in (
        ("batch_1", "100001_00001", "manual"), ("batch_3", "100100_00001", "automatic"),
        ("batch_3", "100100_00002", "automatic"),
    ):  # fmt: skip
        write_pair(
            root / batch / f"{study}_0000.nii.gz",
            labels / f"{source}_labels" / f"{study}.nii.gz",
            {v: b for v, b in BOXES.items() if v > 1 or source == "manual"},
        )
    first = [100001, "100001_00001", "2014-04-24", "068Y", "M", "SIEMENS", "PDAC", "pathology"]
    again = [[100100, f"100100_0000{n}", "", "", "", "", "non-PDAC", "MSD_dataset"] for n in (1, 2)]
    write_xlsx(labels / "clinical_information.xlsx", HEADER, [first, *again])
    write_text(labels / "README.md", "# PANORAMA labels\n")
