"""Eye diseases in four folders: suffixes and name styles of the sets it was merged from."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=6, subjects=6, names=("cataract", "glaucoma", "diabetic retinopathy"))
FILES = (
    "cataract/0_left.jpg", "cataract/_0_4015166.jpg", "cataract/cataract_001.png",
    "diabetic_retinopathy/10007_left.jpeg", "glaucoma/_100_1554180.jpg", "normal/2329_left.jpg",
)  # fmt: skip


def make(root: Path) -> None:
    for file in FILES:
        fake_image(root / "dataset" / file, (72, 52))
