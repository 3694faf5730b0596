"""RESECT and CuRIOUS 2022: ultrasound at three times, masks in a second folder, MR beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=6,
    subjects=2,
    annotations={"mask": 5},
    names=("resection cavity",),
)


def make(root: Path) -> None:
    """Mask names tell what is drawn; case 3 has no mask of the last image."""
    for n in (1, 3):
        case = f"Case{n}"
        for time, kind in (("before", "tumor"), ("during", "resection"), ("after", "resection")):
            image, mask = fake_volume(
                (30, 32, 28), {1: (8, 18, 9, 18, 8, 18)}, low=0, high=255, seed=case + time
            )
            folder = root / "RESECT" / "NIFTI" / case / "US"
            fake_nifti(folder / f"{case}-US-{time}.nii.gz", image.astype("uint8"))
            write_text(folder / f"{case}-US-{time}.nii.gz.md5", "0")
            if (n, time) != (3, "after"):
                fake_nifti(
                    root / "RESECT_segmentation" / case / f"{case}-US-{time}-{kind}.nii.gz", mask
                )
        folder = root / "RESECT" / "NIFTI" / case
        for name in ("T1", "FLAIR"):
            image, _ = fake_volume((34, 34, 30), low=0, high=900, seed=case + name)
            fake_nifti(folder / "MRI" / f"{case}-{name}.nii.gz", image)
        write_text(folder / "Landmark" / f"{case}-MRI-beforeUS.tag", "MNI Tag Point File\n")
