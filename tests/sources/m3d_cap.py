"""M3D-Cap after its own preparation: an npy per series, a text per case, one JSON of splits."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_json, write_text

EXPECTED = Expected(cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1})

SERIES = {
    "train": ["ct_case/000006/Axial_non_contrast", "ct_case/000006/Coronal_C__portal_venous_phase"],
    "validation": ["ct_quizze/000007/Axial_bone_window"],
    "test": ["ct_case/015757/Axial_lung_window"],
}


def make(root: Path) -> None:
    top = root / "M3D_Cap_npy"
    for names in SERIES.values():
        for name in names:
            path = top / f"{name}.npy"
            path.parent.mkdir(parents=True, exist_ok=True)
            np.save(path, noise((1, 32, 64, 64), name).astype(np.float32))
            write_text(
                path.parent / "text.txt",
                f"Findings of case {path.parent.name}: the liver is of normal size. No free fluid.",
            )
    write_json(
        top / "M3D_Cap.json",
        {
            split: [
                {
                    "image": f"M3D_Cap_npy/{name}.npy",
                    "text": f"M3D_Cap_npy/{name.rpartition('/')[0]}/text.txt",
                }
                for name in names
            ]
            for split, names in SERIES.items()
        },
    )
