"""TriALS 2024 task 1: venous CT, the channel number in image names only."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("liver lesion",))


def make(root: Path) -> None:
    """Numbers are not padded; another task lies beside."""
    top = root / "TriALS"
    for n in (0, 11):
        image, mask = fake_volume((30, 30, 24), {1: (6, 12, 8, 16, 8, 16)}, seed=str(n))
        fake_nifti(top / "Task_1" / "imagesTr" / f"venous_{n}_0000.nii.gz", image)
        fake_nifti(top / "Task_1" / "labelsTr" / f"venous_{n}.nii.gz", mask)
    write_json(
        top / "Task_1" / "dataset.json",
        {"channel_names": {"0": "CT"}, "labels": {"background": 0, "lesion": 1}},
    )
