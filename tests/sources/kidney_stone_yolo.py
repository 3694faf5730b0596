"""Kidney stones from Roboflow: two augmented copies of one slice, an empty label file."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 1, "train": 3, "val": 1},
    names=("kidney stone",),
)
UID = "1-3-46-670589-33-1-6370070074986551070000"
FILES = (
    ("train", f"{UID}1-5062181202000819812_png_jpg.rf.269520bcaab75e008e00f57f3fa98851", 1),
    ("train", f"{UID}1-5062181202000819812_png_jpg.rf.74493ef7bdab6de49e88f708a5745000", 1),
    ("train", f"{UID}2-4701837201000819812_png_jpg.rf.964d590909d71e836492f7dcc4cb9fc5", 0),
    ("valid", f"{UID}3-5014104694799407369_png_jpg.rf.75a856d4d26f9f0323b495186912084d", 2),
    ("test", f"{UID}4-5487554579919763006_png_jpg.rf.9fd67251e99a47dbe83a5db6efe6c016", 1),
)


def make(root: Path) -> None:
    for split, stem, stones in FILES:
        fake_image(root / split / "images" / f"{stem}.jpg", (64, 64))
        lines = [f"0 {0.3 + 0.2 * k} 0.5 0.06 0.05\n" for k in range(stones)]
        write_text(root / split / "labels" / f"{stem}.txt", "".join(lines))
    write_text(
        root / "data.yaml",
        "train: ../train/images\nval: ../valid/images\n\nnc: 1\nnames: ['Tas_Var']\n",
    )
    write_text(root / "README.roboflow.txt", "exported\n")
