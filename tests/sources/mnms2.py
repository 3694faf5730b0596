"""M&Ms-2: short and long axis of a patient, two labelled frames each, 4D cines beside."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=12,
    subjects=3,
    splits={"test": 4, "train": 4, "val": 4},
    annotations={"class": 24, "mask": 12},
    names=("left ventricle", "left ventricular myocardium", "right ventricle"),
)


def make(root: Path) -> None:
    """The long axis is one slice; 1 to 160 train, 161 to 200 val, 201 to 360 test."""
    base = root / "MnM2"
    for n in (1, 161, 201):
        for view, slices in (("SA", 8), ("LA", 1)):
            lo, hi = (1, 7) if slices > 1 else (0, 1)
            boxes = {2: (10, 24, 7, 25, lo, hi), 1: (13, 21, 10, 22, lo, hi),
                     3: (3, 10, 8, 24, lo, hi)}  # fmt: skip
            stem = f"{n:03d}_{view}"
            folder = base / "dataset" / f"{n:03d}"
            for phase in ("ED", "ES"):
                image, mask = fake_volume(
                    (32, 32, slices), boxes, low=0, high=800, seed=f"{stem}{phase}"
                )
                for name, array in ((f"{stem}_{phase}", image), (f"{stem}_{phase}_gt", mask)):
                    fake_nifti(folder / f"{name}.nii.gz", array, spacing_mm=(1.4, 1.4, 10.0))
            film = np.stack([image, image], axis=-1)
            fake_nifti(folder / f"{stem}_CINE.nii.gz", film, spacing_mm=(1.4, 1.4, 10.0))
    write_table(
        base / "dataset_information.csv",
        ["SUBJECT_CODE", "DISEASE", "VENDOR", "SCANNER", "FIELD"],
        [[1, "NOR", "SIEMENS", "Avanto", 1.5], [161, "LV", "GE MEDICAL SYSTEMS", "Signa", 1.5],
         [201, "TRI", "Philips Medical Systems", "Achieva", 3.0]],
    )  # fmt: skip
