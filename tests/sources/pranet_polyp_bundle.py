"""PraNet bundle: image/mask in train, images/masks in test, sets number alike, grey borders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=8,
    subjects=8,
    splits={"test": 5, "train": 3},
    annotations={"mask": 8},
    names=("polyp",),
)
TRAIN = ("3", "cju0qkwl35piu0993l0dewei2", "ck2395w2mb4vu07480otsu6tw")
TEST = {
    "CVC-300": "149",
    "CVC-ClinicDB": "1",
    "CVC-ColonDB": "1",
    "ETIS-LaribPolypDB": "1",
    "Kvasir": "cju1b0y2e396p08558ois175d",
}


def make(root: Path) -> None:
    size = (72, 56)
    files = [("TrainDataset/image", "TrainDataset/masks", name) for name in TRAIN]
    files += [(f"TestDataset/{s}/images", f"TestDataset/{s}/masks", n) for s, n in TEST.items()]
    for images, masks, name in files:
        fake_image(root / images / f"{name}.png", size, seed=images + name)
        boxes = {2: (0, 0, 8, 4), 253: (18, 10, 46, 40), 255: (20, 12, 44, 38)}
        fake_mask(root / masks / f"{name}.png", size, boxes)
