"""WMH: ids unique inside a site only, one more folder level in Amsterdam, `orig` and `pre`."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    annotations={"mask": 4},
    names=("white matter hyperintensity",),
)
PLACES = (
    ("training", "Utrecht/11"),
    ("training", "Singapore/11"),
    ("training", "Amsterdam/GE3T/100"),
    ("test", "Amsterdam/Philips_VU .PETMR_01./160"),
)


def make(root: Path) -> None:
    """2 is other pathology, to be ignored; a second observer's masks lie in a folder apart."""
    base = root / "dataverse_files"
    boxes = {1: (6, 14, 8, 16, 4, 14), 2: (20, 26, 10, 16, 4, 14)}
    for part, place in PLACES:
        folder = base / part / place
        for stage, name in (("orig", "FLAIR"), ("orig", "T1"), ("orig", "3DT1"),
                            ("pre", "FLAIR"), ("pre", "T1")):  # fmt: skip
            fine = name == "3DT1"
            mask = write_pair(
                folder / stage / f"{name}.nii.gz",
                None,
                {} if fine else boxes,
                shape=(40, 40, 40) if fine else (32, 30, 20),
                low=0,
                high=900,
                seed=place + stage + name,
            )
            if stage == "pre" and name == "T1":
                write_volume(folder / "wmh.nii.gz", mask)
        if part == "training":
            write_volume(
                base / "additional_annotations" / "observer_o3" / part / place / "result.nii.gz",
                (mask == 1).astype("uint8"),
            )
