"""GAMMA, grading: a fundus photograph and an OCT volume per patient, numbers unpadded in the table.

Testing has pictures without grades.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(cases=4, subjects=4, splits={"test": 1, "train": 3}, names=("glaucoma",))
ROWS = [[1, 1, 0, 0], [2, 0, 1, 0], [100, 0, 0, 1]]


def make(root: Path) -> None:
    top = root / "Glaucoma_grading"
    write_xlsx(
        top / "training" / "glaucoma_grading_training_GT.xlsx",
        ["data", "non", "early", "mid_advanced"],
        ROWS,
    )
    for part, n in (("training", 1), ("training", 2), ("training", 100), ("testing", 101)):
        folder = top / part / "multi-modality_images" / f"{n:04d}"
        fake_image(folder / f"{n:04d}.jpg", (72, 60))
        for k in (0, 1, 100):
            path = folder / f"{n:04d}" / f"{k}_image.jpg"
            fake_image(path, (64, 96), mode="L", seed=f"{n}-{k}")
