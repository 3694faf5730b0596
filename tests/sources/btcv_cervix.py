"""BTCV Cervix: seven-digit ids, Image and Mask in file names, a test set without masks."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("urinary bladder", "uterus", "rectum", "small bowel"),
)


def make(root: Path) -> None:
    """Ids keep their leading zero."""
    boxes = {1: (10, 20, 6, 12, 4, 10), 2: (10, 20, 12, 18, 6, 14), 3: (12, 18, 20, 26, 2, 14),
             4: (4, 9, 6, 20, 14, 20)}  # fmt: skip
    for part, case in (("Training", "0507688"), ("Training", "1102940"), ("Testing", "0518464")):
        image, mask = fake_volume((30, 30, 24), boxes, seed=case)
        folder = root / "RawData" / part
        fake_nifti(folder / "img" / f"{case}-Image.nii.gz", image, orientation="LAS")
        if part == "Training":
            fake_nifti(folder / "label" / f"{case}-Mask.nii.gz", mask, orientation="LAS")
