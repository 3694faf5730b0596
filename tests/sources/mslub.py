"""MSLUB: cross-sectional and longitudinal parts, raw and coregistered copies."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(
    cases=2,  # what changed between two studies is no lesion of one: that part is not read
    subjects=2,
    annotations={"mask": 2},
    names=("multiple sclerosis lesion",),
)
LESION = {1: (8, 16, 9, 17, 4, 10)}


def make(root: Path) -> None:
    """Patient 1 of one part is not that of the other; `gt` marks what changed between studies."""
    top = root / "open_ms_data"
    for patient in ("patient01", "patient30"):
        for copy in ("raw", "coregistered"):
            folder = top / "cross_sectional" / copy / patient
            for channel in ("FLAIR", "T1W", "T1WKS", "T2W"):
                image, mask = fake_volume((30, 34, 14), LESION, low=0, high=900, seed=patient)
                spacing = (0.9, 0.9, 3.0) if channel != "T1W" or copy != "raw" else (1.0, 1.0, 2.8)
                fake_nifti(folder / f"{channel}.nii.gz", image, spacing_mm=spacing)
            fake_nifti(folder / "consensus_gt.nii.gz", mask, spacing_mm=(0.9, 0.9, 3.0))
            fake_nifti(
                folder / "brainmask.nii.gz", (mask >= 0).astype("uint8"), spacing_mm=(0.9, 0.9, 3.0)
            )
    for copy in ("raw", "coregistered"):
        folder = top / "longitudinal" / copy / "patient01"
        for study in (1, 2):
            for channel in ("FLAIR", "T1W", "T2W"):
                image, mask = fake_volume((30, 34, 14), LESION, low=0, high=900, seed=f"l{study}")
                fake_nifti(
                    folder / f"study{study}_{channel}.nii.gz", image, spacing_mm=(0.9, 0.9, 3.0)
                )
        fake_nifti(folder / "gt.nii.gz", mask, spacing_mm=(0.9, 0.9, 3.0))
        brain = (mask >= 0).astype("uint8")
        fake_nifti(folder / "brainmask.nii.gz", brain, spacing_mm=(0.9, 0.9, 3.0))
