"""BioHit tongue images: bitmaps numbered from 1, masks of 255 with the same name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("tongue",))


def make(root: Path) -> None:
    top = root / "TongeImageDataset"
    for n in (1, 2, 10):
        fake_image(top / "dataset" / f"{n}.bmp", (64, 48), seed=str(n))
        fake_mask(top / "groundtruth" / "mask" / f"{n}.bmp", (64, 48), {255: (16, 12, 48, 40)})
