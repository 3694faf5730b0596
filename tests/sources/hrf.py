"""HRF: suffixes in both cases, the kind of eye in the name, a field of view called mask."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("diabetic retinopathy", "glaucoma", "normal retina", "retinal vessel"),
)


def make(root: Path) -> None:
    size = (84, 56)
    for name, suffix in (("01_dr", "JPG"), ("01_g", "jpg"), ("01_h", "jpg")):
        fake_image(root / "images" / f"{name}.{suffix}", size)
        fake_mask(root / "manual1" / f"{name}.tif", size, {255: (10, 24, 70, 30)})
        fake_mask(root / "mask" / f"{name}_mask.tif", size, {255: (4, 2, 80, 54)})
