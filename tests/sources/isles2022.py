"""ISLES 2022: BIDS with derivatives; FLAIR on another grid; an earlier name of the FLAIR file."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 2}, names=("acute ischaemic infarct",)
)


def make(root: Path) -> None:
    """Case 150 has no infarct voxel."""
    base = root / "ISLES-2022"
    for n in (1, 150):
        boxes = {1: (8, 14, 8, 14, 6, 12)} if n == 1 else {}
        stem = f"sub-strokecase{n:04d}_ses-0001"
        folder = base / f"sub-strokecase{n:04d}" / "ses-0001"
        for series in ("dwi", "adc"):
            image, mask = fake_volume((24, 24, 18), boxes, low=0, high=900, seed=f"{n}{series}")
            fake_nifti(folder / "dwi" / f"{stem}_{series}.nii.gz", image, spacing_mm=(2, 2, 2))
        flair, _ = fake_volume((32, 32, 20), low=0, high=900, seed=f"{n}flair")
        fake_nifti(folder / "anat" / f"{stem}_FLAIR.nii.gz", flair)
        out = base / "derivatives" / f"sub-strokecase{n:04d}" / "ses-0001"
        fake_nifti(out / f"{stem}_msk.nii.gz", mask, spacing_mm=(2, 2, 2))
    write_table(base / "participants.tsv", ["participant_id"], [["sub-strokecase0001"]], sep="\t")
