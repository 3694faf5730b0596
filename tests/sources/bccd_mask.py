"""BCCD with mask: RGB masks of 255 under the name of the image, two blobs in one."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
)
WHITE = (255, 255, 255)


def make(root: Path) -> None:
    top = root / "BCCD Dataset with mask"
    names = {"train": ("0a1b2c3d", "0e4f5a6b"), "test": ("1c7d8e9f",)}
    for split, stems in names.items():
        for stem in stems:
            fake_image(top / split / "original" / f"{stem}.png", (64, 48))
            mask = top / split / "mask" / f"{stem}.png"
            if stem == "0a1b2c3d":  # grey, two blobs
                fake_mask(mask, (64, 48), {255: (4, 4, 20, 20), 254: (30, 10, 60, 40)})
            else:
                fake_mask(mask, (64, 48), {WHITE: (8, 8, 40, 30)})
