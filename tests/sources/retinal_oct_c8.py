"""Retinal OCT-C8: folder twice, three splits, names in lower case with a number."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=10,
    subjects=10,
    splits={"test": 1, "train": 8, "val": 1},
    names=(
        "age-related macular degeneration", "central serous retinopathy", "macular hole", "drusen",
        "normal retina",
    ),
)  # fmt: skip
CLASSES = ("AMD", "CNV", "CSR", "DME", "DR", "DRUSEN", "MH", "NORMAL")


def make(root: Path) -> None:
    top = root / "RetinalOCT_Dataset" / "RetinalOCT_Dataset"
    files = [("train", kind, 1001) for kind in CLASSES]
    for split, kind, n in (*files, ("val", "AMD", 1005), ("test", "NORMAL", 1006)):
        path = top / split / kind / f"{kind.lower()}_{split}_{n}.jpg"
        fake_image(path, (64, 48), mode="L")
