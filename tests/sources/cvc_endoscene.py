"""CVC-EndoSceneStill: two sets with the same numbers; polyps are TIFF in one and BMP in the other.

Lumen, specular and border masks lie beside the polyps. The official split is by ranges of numbers
in each set, which no file of the release tells.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"train": 4},
    annotations={"mask": 8},
    names=("polyp", "lumen of the colon"),
)


def make(root: Path) -> None:
    top = root / "CVC-EndoSceneStill"
    for folder, n, size, suffix in (
        ("CVC-300", 1, (72, 62), "bmp"), ("CVC-300", 77, (72, 62), "bmp"),
        ("CVC-612", 1, (64, 48), "tif"), ("CVC-612", 26, (64, 48), "tif"),
    ):  # fmt: skip
        fake_image(top / folder / "bbdd" / f"{n}.bmp", size, seed=f"{folder}{n}")
        fake_mask(top / folder / "gtpolyp" / f"{n}.{suffix}", size, {255: (12, 10, 36, 30)})
        for name, box in (
            ("gtlumen", (40, 8, 52, 20)), ("gtspecular", (20, 14, 23, 17)),
            ("border", (0, 0, size[0], 4)),
        ):  # fmt: skip
            fake_mask(top / folder / name / f"{n}.bmp", size, {255: box})
