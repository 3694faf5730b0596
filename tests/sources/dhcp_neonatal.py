"""dHCP: sessions of a newborn, tissue maps of 9 and of 87 values on the T2w grid."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("cerebrospinal fluid", "white matter", "cerebral ventricles", "cerebellum",
           "brainstem"),
)  # fmt: skip
SCANS = (("CC00284BN13", "90801"), ("CC00284BN13", "118700"), ("CC00063AN06", "15102"))


def make(root: Path) -> None:
    """Value 4 is what lies around the brain; one baby was scanned twice."""
    base = root / "rel3_dhcp_anat_pipeline"
    for subject, session in SCANS:
        folder = base / f"sub-{subject}" / f"ses-{session}" / "anat"
        stem = f"sub-{subject}_ses-{session}"
        for suffix in ("T1w", "T2w", "desc-restore_T1w", "desc-restore_T2w"):
            if suffix == "desc-restore_T1w" and subject == "CC00063AN06":
                continue  # T1w is missing for some
            mask = folder / f"{stem}_desc-drawem9_dseg.nii.gz" if "restore_T2w" in suffix else None
            write_pair(folder / f"{stem}_{suffix}.nii.gz", mask, cells(range(1, 10)), low=0,
                       high=900, spacing_mm=(0.5, 0.5, 0.5))  # fmt: skip
        write_pair(folder / "x.nii.gz", folder / f"{stem}_desc-drawem87_dseg.nii.gz",
                   cells(range(1, 20)))  # fmt: skip
        (folder / "x.nii.gz").unlink()
