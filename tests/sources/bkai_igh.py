"""BKAI-IGH NeoPolyp-Small: JPEG colour masks with fringes, doubled folders, an unlabelled test."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    annotations={"mask": 3},
    names=("neoplastic polyp", "non-neoplastic polyp"),
)
RED, GREEN = (255, 0, 0), (0, 255, 0)
TRAIN = {
    "0081835cf877e004e8bfb905b78a9139": {RED: (8, 8, 40, 32)},
    "019410b1fcf0625f608b4ce97629ab55": {GREEN: (24, 16, 56, 40)},
    "02fa602bb3c7abacdbd7e6afd56ea7bc": {RED: (4, 4, 28, 24), GREEN: (36, 24, 60, 44)},
}
TEST = "01958718afdf303581e758cdf34eaf8a"


def make(root: Path) -> None:
    for stem, boxes in TRAIN.items():
        fake_image(root / "train" / "train" / f"{stem}.jpeg", (64, 48))
        fake_mask(root / "train_gt" / "train_gt" / f"{stem}.jpeg", (64, 48), boxes)
    fake_image(root / "test" / "test" / f"{TEST}.jpeg", (64, 48))
    write_table(root / "sample_submission.csv", ["Id", "Expected"], [[f"{TEST}_0", "1 1"]])
