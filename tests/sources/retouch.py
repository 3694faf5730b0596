"""RETOUCH: MetaImage volumes of three scanners, test volumes without a reference."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_volume

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 3},
    annotations={"mask": 3},
    names=("intraretinal fluid", "subretinal fluid", "pigment epithelial detachment"),
)
BOXES = {1: (4, 14, 10, 18, 1, 4), 2: (20, 30, 20, 26, 1, 4), 3: (34, 44, 30, 36, 2, 5)}


def make(root: Path) -> None:
    """Voxel axes: along the B-scan, depth, number of the B-scan."""
    for name, case, boxes in (
        ("TrainingSet-Cirrus", "TRAIN001", BOXES),
        ("TrainingSet-Spectralis", "TRAIN025", {}),
        ("TrainingSet-Topcon", "TRAIN049", {3: BOXES[3]}),
        ("TestSet-Cirrus", "TEST001", None),
        ("TestSet-Topcon", "TEST029", None),
    ):
        folder = root / f"RETOUCH-{name}" / case
        folder.mkdir(parents=True, exist_ok=True)
        image, mask = fake_volume((52, 50, 6), boxes or {}, low=0, high=255, seed=case)
        wide = "Spectralis" in name  # some volumes are not of 8 bits
        files = {"oct": image.astype(np.uint16) * 250 if wide else image.astype(np.uint8)}
        if boxes is not None:
            files["reference"] = mask
        for stem, array in files.items():
            picture = sitk.GetImageFromArray(np.ascontiguousarray(array.transpose(2, 1, 0)))
            picture.SetSpacing((0.0117, 0.0039, 0.0469))
            sitk.WriteImage(picture, str(folder / f"{stem}.mhd"))
