"""C-NMC 2019: folds of two classes; test images without label."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4},
    names=("lymphoblast", "lymphocyte"),
)
NAMES = (
    "C-NMC_training_data/fold_0/all/UID_11_10_2_all",
    "C-NMC_training_data/fold_0/all/UID_11_11_1_all",
    "C-NMC_training_data/fold_1/hem/UID_H10_100_1_hem",
    "C-NMC_training_data/fold_2/hem/UID_H24_3_7_hem",
    "C-NMC_test_final_phase_data/1",
)


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "C-NMC_Leukemia" / f"{name}.bmp", (52, 52))
