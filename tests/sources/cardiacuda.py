"""CardiacUDA: echo clips as NIfTI, time last, few frames labelled, ids anew at each site."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume

# clips labelled in every frame may be of patients of the sites: not read
EXPECTED = Expected(cases=2, subjects=2)


def make(root: Path) -> None:
    """Suffixes differ; patient 1 is another person at each site."""
    top = root / "cardiacUDC_dataset"
    for place, clip, suffix in (
        ("Site_G_20", "patient-1-4", ".nii"),
        ("Site_R_52", "patient-1-4", ".nii.gz"),
        ("label_all_frame", "normal-23-4", ".nii.gz"),
        ("label_all_frame", "patient-31-4", ".nii.gz"),
    ):
        last = 6 if place == "label_all_frame" else 2
        boxes = {1: (8, 18, 12, 30, 0, last), 2: (22, 32, 12, 30, 0, last),
                 3: (8, 18, 32, 44, 0, last), 4: (22, 32, 32, 44, 0, last)}  # fmt: skip
        image, mask = fake_volume((44, 48, 6), boxes, low=0, high=255, seed=place + clip)
        fake_nifti(top / place / f"{clip}_image{suffix}", image.astype("uint8"))
        fake_nifti(top / place / f"{clip}_label{suffix}", mask)
