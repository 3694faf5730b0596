"""ADAM: TOF-MRA before and after bias correction, scans of one patient told by a letter."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(cases=4, subjects=3, annotations={"mask": 4}, names=("intracranial aneurysm",))
BOXES = {1: (8, 13, 9, 14, 8, 13), 2: (18, 23, 9, 14, 8, 13)}


def make(root: Path) -> None:
    """10072 came twice; 10039 has no aneurysm; 2 is a treated one, which TOF does not show."""
    for case in ("10001", "10072B", "10072F", "10039"):
        folder = root / "ADAM_release_subjs" / case
        kept = {"10001": BOXES, "10039": {}}.get(case, {1: BOXES[1]})
        image, mask = fake_volume((32, 34, 28), kept, low=0, high=900, seed=case)
        spacing = (0.36, 0.36, 0.5)
        for name in ("orig/TOF", "pre/TOF", "pre/struct_aligned"):
            fake_nifti(folder / f"{name}.nii.gz", image, spacing_mm=spacing)
        for name in ("orig/struct", "pre/struct"):
            fake_nifti(folder / f"{name}.nii.gz", image[:, :, ::2], spacing_mm=(0.9, 0.9, 3))
        fake_nifti(folder / "aneurysms.nii.gz", mask, spacing_mm=spacing)
        write_text(folder / "location.txt", "10, 11, 10, 2.5\n" if kept else "")
        write_text(folder / "pre" / "struct_to_TOF_reg_params.txt", "(Transform)")
