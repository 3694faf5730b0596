"""ROSE: one eye in three projections, thick and thin vessels apart, another tree for ROSE-2."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=9,
    subjects=4,
    splits={"test": 4, "train": 5},
    annotations={"mask": 9},
    names=("retinal vessel",),
)


def make(root: Path) -> None:
    """Number 01 is the same eye in SVC, DVC and SVC_DVC."""
    size = (64, 64)
    first = root / "ROSE" / "data" / "ROSE-1"
    for layer in ("SVC", "DVC", "SVC_DVC"):
        for split, name in (("train", "01"), ("test", "31")):
            folder = first / layer / split
            fake_image(folder / "img" / f"{name}.tif", size, mode="L", seed=f"{layer}{name}")
            kinds = ("gt",) if layer == "DVC" else ("gt", "thick_gt", "thin_gt")
            for kind in kinds:
                fake_mask(folder / kind / f"{name}.tif", size, {255: (6, 30, 58, 34)})
    fake_mask(first / "SVC" / "train" / "gt" / "._01.tif", size, {})
    second = root / "ROSE" / "data" / "ROSE-2"
    for split, name in (("train", "1_OD_SVP"), ("train", "1_OS_SVP"), ("test", "9_OS_SVP")):
        fake_image(second / split / "original" / f"{name}.png", size, mode="L")
        fake_mask(second / split / "gt" / f"{name}.png", size, {255: (6, 20, 58, 24)})
