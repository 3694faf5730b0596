"""STARE unpacked: four of the 397 images, vessels by two observers for one, a table of codes."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=(
        "retinal vessel",
        "choroidal neovascularisation",
        "cilioretinal artery occlusion",
        "normal retina",
    ),
)
CODES = """\
im0001\t13 14\tChoroidal Neovascularization AND Histoplasmosis\t\t\t
im0008\t7 10\tBackground Diabetic Retinopathy OR Hypertensive Retinopathy??\t
im0010\t3\tCilio-Retinal Artery Occlusion\t\t
im0030\t0\tNormal\t\t
"""


def make(root: Path) -> None:
    size = (70, 60)
    for name in ("im0001", "im0008", "im0010", "im0030"):
        fake_image(root / "all-images" / f"{name}.ppm", size)
    fake_image(root / "stare-images" / "im0001.ppm", size)
    for rater, box in (("ah", (5, 20, 60, 26)), ("vk", (5, 20, 64, 28))):
        fake_mask(root / f"labels-{rater}" / f"im0001.{rater}.ppm", size, {255: box})
    write_text(root / "all-mg-codes.txt", CODES)
