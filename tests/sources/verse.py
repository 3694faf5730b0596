"""VerSe 2020: three folders, a patient with two scans, other orientations, T13."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 2, "train": 1, "val": 1},
    annotations={"mask": 4},
    names=("T12 vertebra", "T13 vertebra", "L1 vertebra", "L6 vertebra"),
)
SCANS = (
    ("01training", "gl003", "sub-gl003_dir-ax", "LPS"),
    ("02validation", "gl017", "sub-gl017_dir-sag", "PIR"),
    ("03test", "verse500", "sub-verse500_split-verse250", "RAS"),
    ("03test", "verse500", "sub-verse500_split-verse251", "RAS"),
)


def make(root: Path) -> None:
    """28 lies above 20; centroids and previews stand beside the masks."""
    boxes = {
        19: (10, 20, 10, 20, 23, 27), 28: (10, 20, 10, 20, 18, 22),
        20: (10, 20, 10, 20, 13, 17), 25: (10, 20, 10, 20, 3, 7),
    }  # fmt: skip
    for part, patient, scan, orientation in SCANS:
        image, mask = fake_volume((30, 30, 30), boxes, seed=scan)
        base = root / f"dataset-{part}"
        place = f"sub-{patient}"
        fake_nifti(base / "rawdata" / place / f"{scan}_ct.nii.gz", image, orientation=orientation)
        out = base / "derivatives" / place
        fake_nifti(out / f"{scan}_seg-vert_msk.nii.gz", mask, orientation=orientation)
        write_json(out / f"{scan}_seg-subreg_ctd.json", [{"direction": ["L", "P", "S"]}])
