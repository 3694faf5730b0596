"""Kvasir-Instrument: PNG masks of 255 in three bands, boxes in one file, lists without suffix."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("endoscopic instrument",),
)
FRAMES = {
    "ckcu9jucf00083b5ytpqoue72": [(10, 8, 40, 30)],
    "ckcu8yhup00003b5y1a2b3c4d": [(4, 4, 20, 20), (40, 24, 60, 44)],
    "ckcu9z1x200103b5yqwertyui": [(30, 10, 50, 40)],
}


def make(root: Path) -> None:
    top = root / "kvasir-instrument"
    records = {}
    for stem, boxes in FRAMES.items():
        fake_image(top / "images" / f"{stem}.jpg", (64, 48))
        # a value per box, as one value holds one box; each above any threshold
        colours = {(255 - k,) * 3: box for k, box in enumerate(boxes)}
        fake_mask(top / "masks" / f"{stem}.png", (64, 48), colours)
        keys = ("xmin", "ymin", "xmax", "ymax")
        found = [{"label": "instrument", **dict(zip(keys, box, strict=True))} for box in boxes]
        records[stem] = {"height": 48, "width": 64, "bbox": found}
    write_json(top / "bboxes.json", records)
    train, other, test = FRAMES
    write_text(top / "train.txt", f"{train}\n{other}\n")
    write_text(top / "test.txt", f"{test}\n")
