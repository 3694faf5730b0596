"""ATLAS R2.0: BIDS per site, template space in the names, testing without masks."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("stroke lesion",),
)


def make(root: Path) -> None:
    """`sub-r001s001` is subject 1 of site 1: the site has 3 digits, so has the subject."""
    base = root / "ATLAS_2"
    for part, site, n in (("Training", 1, 1), ("Training", 9, 1), ("Testing", 5, 2)):
        subject = f"sub-r{site:03d}s{n:03d}"
        folder = base / part / f"R{site:03d}" / subject / "ses-1" / "anat"
        stem = f"{subject}_ses-1_space-MNI152NLin2009aSym"
        image, mask = fake_volume(
            (32, 32, 28), {1: (6, 14, 10, 20, 10, 20)}, low=0, high=900, seed=subject
        )
        fake_nifti(folder / f"{stem}_T1w.nii.gz", image)
        if part == "Training":
            fake_nifti(folder / f"{stem}_label-L_desc-T1lesion_mask.nii.gz", mask)
        write_json(base / part / f"R{site:03d}" / "dataset_description.json", {"Name": "ATLAS"})
