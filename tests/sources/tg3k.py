"""TG3K: frames and masks of equal name, a split file with bare numbers.

The frames come from 16 videos that are not told apart, and the shipped split cuts one of them in
two (audited publicly: 3026 to 3269 are one video, and validation begins at 3227).
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"train": 3}, annotations={"mask": 3}, names=("thyroid gland",)
)


def make(root: Path) -> None:
    top = root / "tg3k"
    for n in (0, 1, 3300):
        fake_image(top / "thyroid-image" / f"{n:04d}.jpg", (64, 48), seed=str(n))
        fake_mask(top / "thyroid-mask" / f"{n:04d}.jpg", (64, 48), {255: (16, 16, 48, 32)})
    write_json(top / "tg3k-trainval.json", {"train": [0, 1], "val": [3300]})
