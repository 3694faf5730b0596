"""Gleason arrays: a folder per archive, palette masks, a second pathologist on the test array."""

from pathlib import Path

from PIL import Image

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("Gleason pattern 3", "Gleason pattern 4"),
)
# green benign, blue 3, yellow 4, red 5, white not annotated
PALETTE = (0, 255, 0, 0, 0, 255, 255, 255, 0, 255, 0, 0, 255, 255, 255)
CORES = ("ZT111_4_A_1_12", "ZT199_1_A_2_1", "ZT76_39_A_1_1", "ZT80_38_A_7_10")
SIZE = (80, 80)


def _mask(path: Path, value: int) -> None:
    fake_mask(path, SIZE, {value: (30, 30, 60, 60), 0: (10, 10, 24, 24)}, background=4)
    picture = Image.open(path)
    picture.load()
    picture.putpalette(PALETTE)  # values stay, colours are given
    picture.save(path)


def make(root: Path) -> None:
    """A core without a mask stands among the pictures, as upstream."""
    for n, core in enumerate(CORES):
        folder = core.rsplit("_", 2)[0]
        fake_image(root / folder / f"{core}.jpg", SIZE)
        if core.startswith("ZT80"):
            for rater, value in ((1, 1), (2, 2)):
                test = root / f"Gleason_masks_test_pathologist{rater}"
                _mask(test / f"mask{rater}_{core}.png", value)
        else:
            _mask(root / "Gleason_masks_train" / f"mask_{core}.png", n + 1)
