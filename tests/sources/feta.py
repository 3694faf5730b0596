"""FeTA: BIDS of two centres, the reconstruction in the name, seven tissues of a fetus."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"mask": 4},
    names=("grey matter", "white matter", "cerebral ventricles", "cerebellum", "brainstem"),
)


def make(root: Path) -> None:
    """Up to sub-040 by mial, from there by irtk; one has no cerebellum; Vienna starts at 1 too."""
    base = root / "feta_2.2"
    subjects = (("001", "mial"), ("041", "irtk"), ("080", "irtk"))
    for n, method in subjects:
        values = [v for v in range(1, 8) if (v, n) != (5, "080")]
        stem = f"sub-{n}_rec-{method}"
        folder = base / f"sub-{n}" / "anat"
        write_pair(folder / f"{stem}_T2w.nii.gz", folder / f"{stem}_dseg.nii.gz", cells(values),
                   low=0, high=900, spacing_mm=(0.5, 0.5, 0.5))  # fmt: skip
    vienna = root / "feta22_Vienna" / "sub-001" / "anat" / "sub-001_rec-nmic"
    write_pair(vienna.with_name(f"{vienna.name}_T2w.nii.gz"),
               vienna.with_name(f"{vienna.name}_dseg.nii.gz"), cells(range(1, 8)),
               low=0, high=900, spacing_mm=(1, 1, 1))  # fmt: skip
    write_table(base / "participants.tsv", ["participant_id", "Pathology", "Gestational age"],
                [[f"sub-{n}", "Pathological", 27.9] for n, _ in subjects], sep="\t")  # fmt: skip
