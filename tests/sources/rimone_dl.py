"""RIM-ONE DL: the same crops under two partitions, cup and disc masks beside contour files.

The partition by hospital and the random one hold the same pictures: they are to be cases once.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=3, subjects=3, names=("glaucoma", "optic cup", "optic disc"), absent=("glaucoma",)
)
IMAGES = {  # by hospital, at random
    "r1_Im015": ("glaucoma", "training_set", "test_set"),
    "r2_Im340": ("normal", "training_set", "training_set"),
    "r3_N-57-R": ("normal", "test_set", "training_set"),
}


def make(root: Path) -> None:
    size = (60, 60)
    for stem, (kind, hospital, random) in IMAGES.items():
        for partition, part in (
            ("partitioned_by_hospital", hospital), ("partitioned_randomly", random),
        ):  # fmt: skip
            path = root / "RIM-ONE_DL_images" / partition / part / kind / f"{stem}.png"
            fake_image(path, size, seed=stem)
        masks = root / "RIM-ONE_DL_reference_segmentations" / kind
        for what, box in (("Disc", (15, 15, 45, 45)), ("Cup", (24, 24, 36, 36))):
            fake_mask(masks / f"{stem}-1-{what}-T.png", size, {255: box})
            write_text(masks / f"{stem}-1-{what}-T.txt", "15\t15\n45\t15\n45\t45\n15\t45\n")
