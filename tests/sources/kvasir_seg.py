"""Kvasir-SEG: JPEG masks with grey fringes, the misspelt box file, two polyps in a frame."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(cases=3, subjects=3, annotations={"boxes": 3, "mask": 1}, names=("polyp",))
STEMS = {
    "cju0qkwl35piu0993l0dewei2": [(10, 8, 40, 30)],
    "cju0qoxqj9q6s0835b43399p4": [(4, 4, 20, 20), (40, 24, 60, 44)],
    "cju0qx73cjw570799j4n5cjze": [(30, 10, 50, 40)],
}


def make(root: Path) -> None:
    top = root / "Kvasir-SEG"
    records = {}
    for stem, boxes in STEMS.items():
        fake_image(top / "images" / f"{stem}.jpg", (64, 48))
        # every grey of one file may hold one box only: a second polyp is a little darker
        values = {255 - k: box for k, box in enumerate(boxes)}
        fake_mask(top / "masks" / f"{stem}.jpg", (64, 48), values)
        keys = ("xmin", "ymin", "xmax", "ymax")
        found = [{"label": "polyp", **dict(zip(keys, box, strict=True))} for box in boxes]
        if stem == "cju0qx73cjw570799j4n5cjze":
            continue  # not in the box file: its mask stands in
        records[stem] = {"height": 48, "width": 64, "bbox": found}
    write_json(top / "kavsir_bboxes.json", records)
