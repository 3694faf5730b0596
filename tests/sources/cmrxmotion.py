"""CMRxMotion: four breathing patterns of a volunteer, a fourth axis of length one, gaps."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=6,
    subjects=2,
    names=("left ventricular cavity", "right ventricular cavity", "left ventricular myocardium"),
)
BOXES = {3: (3, 12, 8, 24, 1, 7), 2: (13, 27, 7, 25, 1, 7), 1: (16, 24, 10, 22, 1, 7)}


def make(root: Path) -> None:
    """P001-4 moved too much to be drawn on: images and no labels."""
    base = root / "CMRxMotion Training Dataset"
    rows = []
    for scan in ("P001-1", "P001-4", "P002-1"):
        for phase in ("ED", "ES"):
            image, mask = fake_volume((32, 32, 8), BOXES, low=0, high=900, seed=scan + phase)
            stem = f"{scan}-{phase}"
            spacing = (1.5, 1.5, 10)
            fake_nifti(
                base / "data" / scan / f"{stem}.nii.gz", image[..., None], spacing_mm=spacing
            )
            if scan != "P001-4":
                fake_nifti(base / "data" / scan / f"{stem}-label.nii.gz", mask, spacing_mm=spacing)
            rows.append([stem, 3 if scan == "P001-4" else 1])
    write_table(base / "IQA.csv", ["Image", "Label"], rows)
