"""REFUGE: three sets in three shapes, masks whose background is white, two folders of test masks.

Archives are unpacked into folders of their own names, so that most names stand twice in a path.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 2, "val": 1},
    annotations={"flags": 2, "mask": 5},
    names=("glaucoma", "optic cup", "neuroretinal rim"),
    absent=("glaucoma",),
)
FILES = (
    (
        "REFUGE-Training400/Training400/Glaucoma/g0001",
        "Annotation-Training400/Annotation-Training400/Disc_Cup_Masks/Glaucoma/g0001",
    ),
    (
        "REFUGE-Training400/Training400/Non-Glaucoma/n0001",
        "Annotation-Training400/Annotation-Training400/Disc_Cup_Masks/Non-Glaucoma/n0001",
    ),
    (
        "REFUGE-Validation400/REFUGE-Validation400/V0001",
        "REFUGE-Validation400-GT/Disc_Cup_Masks/V0001",
    ),
    ("REFUGE-Test400/Test400/T0001", "REFUGE-Test-GT/REFUGE-Test-GT/Disc_Cup_Masks/N/T0001"),
    ("REFUGE-Test400/Test400/T0002", "REFUGE-Test-GT/REFUGE-Test-GT/Disc_Cup_Masks/G/T0002"),
)


def make(root: Path) -> None:
    for image, mask in FILES:
        fake_image(root / f"{image}.jpg", (64, 64))
        boxes = {128: (20, 20, 44, 44), 0: (28, 28, 36, 36)}
        fake_mask(root / f"{mask}.bmp", (64, 64), boxes, background=255)
    (root / "REFUGE-Training400" / "Training400" / "Thumbs.db").write_bytes(b"junk of Windows")
