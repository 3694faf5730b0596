"""Waterloo: two archives unpacked beside each other, masks called contours, two image sources."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=4, subjects=4, annotations={"flags": 4, "mask": 4}, names=("melanoma",))
LESIONS = (
    ("1", "melanoma", "dermis", "D17"),
    ("1", "melanoma", "dermquest", "SSM42"),
    ("2", "notmelanoma", "dermis", "Nevus9"),
    ("2", "notmelanoma", "dermquest", "D17"),
)


def make(root: Path) -> None:
    """A name may occur in both archives."""
    for part, kind, origin, name in LESIONS:
        folder = root / f"Skin Image Data Set-{part}" / "skin_data" / kind / origin
        fake_image(folder / f"{name}_orig.jpg", (70, 50), seed=part + name)
        fake_mask(folder / f"{name}_contour.png", (70, 50), {255: (20, 12, 50, 40)})
