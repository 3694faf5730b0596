"""NIH malaria as on Kaggle: all images a second time in a nested folder, and Thumbs.db."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4},
    names=("parasitised erythrocyte", "uninfected erythrocyte"),
)
NAMES = (
    "Parasitized/C33P1thinF_IMG_20150619_114756a_cell_179",
    "Parasitized/C33P1thinF_IMG_20150619_114756a_cell_180",
    "Uninfected/C1_thinF_IMG_20150604_104722_cell_9",
    "Uninfected/C118P79ThinF_IMG_20151002_105018_cell_5",
)


def make(root: Path) -> None:
    for top in (root / "cell_images", root / "cell_images" / "cell_images"):
        for name in NAMES:
            fake_image(top / f"{name}.png", (48, 52))
        (top / "Parasitized" / "Thumbs.db").write_bytes(b"junk of Windows")
