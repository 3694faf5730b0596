"""OCT2017: four class folders in three splits, and the folder that macOS adds to the zip."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"class": 5},
    names=("choroidal neovascularisation", "diabetic macular oedema", "drusen", "normal retina"),
)
NAMES = (
    "train/CNV/CNV-1016042-1", "train/CNV/CNV-1016042-2", "train/DME/DME-1072015-1",
    "test/DRUSEN/DRUSEN-1083159-1", "val/NORMAL/NORMAL-5156112-1",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "OCT2017" / f"{name}.jpeg", (64, 62), mode="L")
    junk = root / "__MACOSX" / "OCT2017" / "train" / "CNV" / "._CNV-1016042-1.jpeg"
    junk.parent.mkdir(parents=True)
    junk.write_bytes(b"junk of macOS")
