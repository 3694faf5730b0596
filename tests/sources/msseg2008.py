"""MS lesions 2008: detached NRRD headers, parts of two hospitals, tests without lesions."""

from pathlib import Path
from typing import Any

import SimpleITK as sitk
from numpy.typing import NDArray

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"mask": 3},
    names=("multiple sclerosis lesion",),
)


def make(root: Path) -> None:
    """UNC cases have a second reading in a folder of its own."""
    for part, case in (
        ("CHB_train_Part1", "CHB_train_Case01"),
        ("CHB_train_Part2", "CHB_train_Case06"),
        ("UNC_train_Part1", "UNC_train_Case01"),
        ("UNC_test1_Part1", "UNC_test1_Case08"),
    ):
        for channel in ("T1", "T2", "FLAIR"):
            image, mask = fake_volume(
                (30, 32, 30), {1: (8, 16, 9, 17, 8, 16)}, low=0, high=900, seed=case + channel
            )
            _write(root / part / case / f"{case}_{channel}.nhdr", image)
        if "train" in part:
            _write(root / part / case / f"{case}_lesion.nhdr", mask)
        if part == "UNC_train_Part1":
            _write(root / "UNC_train_lesion_byCHB" / case / f"{case}_lesion_byCHB.nhdr", mask)


def _write(path: Path, array: NDArray[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = sitk.GetImageFromArray(array.transpose(2, 1, 0))
    image.SetSpacing((0.5, 0.5, 0.5))
    sitk.WriteImage(image, str(path))
