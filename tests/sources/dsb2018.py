"""DSB 2018: an RGBA image and a mask per nucleus in a folder each; test images have none."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("nucleus",),
)
ONE, TWO, TEST = (c * 64 for c in "0ab")


def make(root: Path) -> None:
    size, rows = (64, 48), []
    boxes = [(4, 4, 20, 16), (30, 10, 46, 30), (50, 32, 62, 44)]
    for name, nuclei in ((ONE, boxes), (TWO, boxes[:1])):
        folder = root / "stage1_train" / name
        fake_image(folder / "images" / f"{name}.png", size, mode="RGBA")
        for k, box in enumerate(nuclei):
            fake_mask(folder / "masks" / f"{k:064x}.png", size, {255: box})
            rows.append([name, f"{48 * box[0] + box[1] + 1} {box[3] - box[1]}"])
    fake_image(root / "stage1_test" / TEST / "images" / f"{TEST}.png", size, mode="RGBA")
    write_table(root / "stage1_train_labels.csv", ["ImageId", "EncodedPixels"], rows)
    (root / "stage1_train" / ONE / "masks" / "._mask.png").write_bytes(b"junk of macOS")
