"""m2caiSeg: colour masks with the suffix `_gt`; `trainval` repeats the images of `train`."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("liver", "gallbladder", "grasper"),
)


def make(root: Path) -> None:
    top = root / "m2caiSeg dataset"
    size = (96, 72)
    for folder, name in (("train", "0"), ("trainval", "0"), ("trainval", "5"), ("test", "9")):
        fake_image(top / folder / "images" / f"{name}.jpg", size)
        fake_mask(
            top / folder / "groundtruth" / f"{name}_gt.png",
            size,
            {
                (85, 170, 0): (0, 0, 50, 40),
                (85, 170, 255): (30, 30, 70, 60),
                (0, 85, 170): (70, 5, 90, 50),
            },
        )
