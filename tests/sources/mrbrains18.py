"""MRBrainS18: training cases with odd ids, a labelled test case, original and pre-processed."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    annotations={"mask": 4},
    names=("basal ganglia", "white matter", "cerebellum", "brainstem"),
)


def make(root: Path) -> None:
    """Only `pre` is on the grid of the labels; ids are 1, 070 and 148, and 2 of the test."""
    boxes = {n: (4 * n - 3, 4 * n, 6, 26, 2, 10) for n in range(1, 11)}
    for part, case in (("training", "1"), ("training", "070"), ("training", "148"), ("test", "2")):
        folder = root / part / case
        for channel in ("FLAIR", "reg_IR", "reg_T1"):
            image, mask = fake_volume((42, 32, 12), boxes, low=0, high=900, seed=case + channel)
            fake_nifti(folder / "pre" / f"{channel}.nii.gz", image, spacing_mm=(0.958, 0.958, 3))
            fake_nifti(folder / "orig" / f"{channel}.nii.gz", image, spacing_mm=(0.958, 0.958, 3))
        fine, _ = fake_volume((34, 30, 36), low=0, high=900, seed=case)
        fake_nifti(folder / "orig" / "reg_3DT1.nii.gz", fine)
        fake_nifti(folder / "segm.nii.gz", mask, spacing_mm=(0.958, 0.958, 3))
