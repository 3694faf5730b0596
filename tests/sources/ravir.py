"""RAVIR: grey infrared pictures, masks of 128 and 255 under equal names, a test part without."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 2},
    names=("retinal artery", "retinal vein"),
)


def make(root: Path) -> None:
    top = root / "RAVIR Dataset"
    size = (64, 64)
    for n in (11, 17):
        name = f"IR_Case_{n:03d}.png"
        fake_image(top / "train" / "training_images" / name, size, mode="L")
        boxes = {128: (4, 20, 60, 23), 255: (4, 40, 60, 44)}
        fake_mask(top / "train" / "training_masks" / name, size, boxes)
    fake_image(top / "test" / "IR_Case_006.png", size, mode="L")
