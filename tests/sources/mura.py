"""MURA: the answer in the study's folder, two views of a study, tables without header."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    annotations={"class": 4, "flags": 4},
    names=("shoulder", "wrist"),
)
NAMES = (
    "train/XR_SHOULDER/patient00001/study1_positive/image1",
    "train/XR_SHOULDER/patient00001/study1_positive/image2",
    "train/XR_HAND/patient09734/study1_negative/image1",
    "valid/XR_WRIST/patient11185/study1_negative/image1",
)


def make(root: Path) -> None:
    top = root / "MURA-v1.1"
    for name in NAMES:
        fake_image(top / f"{name}.png", (48, 60), mode="L", seed=name)
    junk = top / "train" / "XR_HAND" / "patient09734" / "study1_negative" / "._image1.png"
    junk.write_bytes(b"junk of macOS")
    paths = "".join(f"MURA-v1.1/{name}.png\n" for name in NAMES if name.startswith("train"))
    write_text(top / "train_image_paths.csv", paths)
