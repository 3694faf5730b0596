"""CQ500: head CT in folders with blanks, three readers in one wide table with other ids."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    names=("intracranial haemorrhage",),
    absent=("intracranial haemorrhage",),
)
FINDINGS = (
    "ICH", "IPH", "IVH", "SDH", "EDH", "SAH", "BleedLocation-Left", "BleedLocation-Right",
    "ChronicBleed", "Fracture", "CalvarialFracture", "OtherFracture", "MassEffect", "MidlineShift",
)  # fmt: skip


def make(root: Path) -> None:
    """Readers disagree on the second patient; the first has two series."""
    for n, series in (
        (0, ("CT Plain", "CT PLAIN THIN")),
        (1, ("CT Plain",)),
        (212, ("CT 4cc sec",)),
    ):
        patient = f"CQ500CT{n}"
        for kind in series:
            image, _ = fake_volume((32, 30, 8), low=-20, high=100, seed=patient + kind)
            fake_dicom_series(
                root / f"{patient} {patient}" / "Unknown Study" / kind,
                image,
                name="CT{n:06d}.dcm",
                spacing_mm=(1.0, 1.0, 5.0 if kind == "CT Plain" else 0.625),
                PatientID=patient,
                StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
            )
    header = ["name", "Category", *(f"R{r}:{f}" for r in (1, 2, 3) for f in FINDINGS)]
    rows = []
    for n, votes in ((0, (1, 1, 1)), (1, (1, 1, 0)), (212, (0, 0, 0))):
        found = [v if f in ("ICH", "IPH") else 0 for v in votes for f in FINDINGS]
        rows.append([f"CQ500-CT-{n}", "B1" if n < 200 else "B2", *found])
    write_table(root / "reads.csv", header, rows)
