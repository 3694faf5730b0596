"""ULS23: crops around one lesion each; images and zipped labels in two trees of one shape."""

import zipfile
from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=5, subjects=4, annotations={"mask": 4}, names=("lesion",))
CROPS = (
    "novel_data/ULS23_DeepLesion3D", "000001_03_01_088_lesion_01",
    "novel_data/ULS23_DeepLesion3D", "000001_04_02_014_lesion_02",
    "novel_data/ULS23_Radboudumc_Bone", "Radboudumc_Bone_12_lesion_01",
    "processed_data/fully_annotated/LIDC-IDRI", "lidcidri_7_lesion_03_sample_0",
    "processed_data/fully_annotated/LiTS", "liver_0_lesion_01_sample_0",
)  # fmt: skip


def make(root: Path) -> None:
    """The DeepLesion crops are of one patient, the second has no label; the last axis is padded."""
    for folder, name in zip(CROPS[::2], CROPS[1::2], strict=True):
        image, mask = fake_volume((32, 32, 16), {1: (13, 19, 12, 20, 6, 10)}, seed=name)
        image[:, :, 13:] = -1000
        fake_nifti(root / "ULS23" / folder / "images" / f"{name}.nii.gz", image,
                   orientation="LPS")  # fmt: skip
        if name.startswith("000001_04"):
            continue
        plain = root / "annotations" / "ULS23" / folder / "labels" / f"{name}.nii.gz"
        fake_nifti(plain, mask.astype(np.uint8), orientation="LPS")
        with zipfile.ZipFile(f"{plain}.zip", "w") as packed:
            packed.writestr(zipfile.ZipInfo(plain.name), plain.read_bytes())
        plain.unlink()
