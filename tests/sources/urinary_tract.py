"""Urinary tract: binary and seven-class masks beside the pictures, in a folder `cls`."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
)


def make(root: Path) -> None:
    values: dict[int | tuple[int, int, int], tuple[int, ...]] = {}
    values |= {k: (4 + 8 * k, 4, 10 + 8 * k, 30) for k in range(1, 8)}
    for split, stem in (("train", "0"), ("train", "1"), ("validation", "0"), ("test", "0")):
        folder = root / "ds1" / split
        fake_image(folder / "img" / "cls" / f"{stem}.tif", (72, 48), mode="L", seed=split + stem)
        fake_mask(folder / "mult_mask" / "cls" / f"{stem}.tif", (72, 48), values)
        fake_mask(folder / "bin_mask" / "cls" / f"{stem}.tif", (72, 48), {255: (12, 4, 66, 30)})
