"""M3D-VQA: tables of questions; the volumes are M3D-Cap's and lie beside it."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 4}
)
HEADER = [
    "Image Path", "Text", "Question Type", "Question", "Choice A", "Choice B", "Choice C",
    "Choice D", "Answer", "Answer Choice",
]  # fmt: skip


def make(root: Path) -> None:
    def row(case: str, *cells: str) -> list[str]:
        return [f"M3D_Cap_npy/ct_case/{case}.npy", "Findings, of this case.", *cells]

    plane = ("1", "What is the plane of the image?", "Axial", "Coronal", "Sagittal", "Oblique")
    train = [
        row("000006/Axial_non_contrast", *plane, "Axial", "A"),
        row("000006/Axial_non_contrast", "4", "Which organ is enlarged, if any?", "Liver", "Spleen",
            "Kidney", "None", "Spleen", "B"),
    ]  # fmt: skip
    val = [row("000010/Coronal_C__portal_venous_phase", *plane, "Coronal", "B")]
    test = [row("015757/Axial_lung_window", *plane, "Axial", "A")]
    write_table(root / "M3D_VQA_train.csv", HEADER, train)
    write_table(root / "M3D_VQA_val.csv", HEADER, val)
    write_table(root / "M3D_VQA_test.csv", HEADER, test)
    write_table(root / "M3D_VQA_test5k.csv", HEADER, test)  # a part of the test file again
    for one in (*train, *val, *test):
        path = root.parent / "m3d-cap" / one[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, noise((1, 32, 64, 64), one[0]).astype(np.float32))
