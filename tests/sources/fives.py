"""FIVES: the class letter in the name, the misspelt mask folder."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"class": 3, "mask": 3},
    names=("retinal vessel", "normal retina", "diabetic retinopathy"),
)


def make(root: Path) -> None:
    top = root / "FIVES"
    for folder, name in (("train", "1_A"), ("train", "201_D"), ("test", "1_N")):
        fake_image(top / folder / "Original" / f"{name}.png", (64, 64), seed=folder + name)
        path = top / folder / ("Groud truth" if folder == "train" else "Ground truth")
        fake_mask(path / f"{name}.png", (64, 64), {255: (8, 30, 56, 33)})
    (top / "train" / "Original" / "Thumbs.db").write_bytes(b"junk of Windows")
