"""Tufts: films in upper-case JPG, masks in lossy lower-case jpg, one patient without teeth."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(cases=2, subjects=2, names=("tooth",))
TOOTH = {
    "title": "3",
    "bounding box": [18, 20, 44, 36],
    "polygons": [[[20, 18], [36, 18], [36, 44], [20, 44]], [[70, 4], [71, 4], [71, 5]]],
}


def make(root: Path) -> None:
    top = root / "Tufts Dental Database"
    size = (96, 64)
    entries, expert = [], []
    for name, teeth in (("1", [TOOTH]), ("2", [])):
        fake_image(top / "Radiographs" / f"{name}.JPG", size)
        white = (255, 255, 255)
        boxes = {white: (20, 18, 36, 44)} if teeth else {}
        parts = top / "Segmentation"
        fake_mask(parts / "teeth_mask" / f"{name}.jpg", size, boxes, background=(0, 0, 0))
        jaws = {white: (8, 10, 88, 58)}
        fake_mask(parts / "maxillomandibular" / f"{name}.jpg", size, jaws, background=(0, 0, 0))
        for folder in ("Expert", "Student"):
            fake_mask(top / folder / "mask" / f"{name}.jpg", size, {}, background=(0, 0, 0))
        entries.append({"External ID": f"{name}.jpg", "Label": {"objects": teeth}})
        expert.append({"External ID": f"{name}.JPG", "Label": {"objects": []}})
    write_json(top / "Segmentation" / "teeth_polygon.json", entries)
    write_json(top / "Expert" / "expert.json", expert)
    write_json(top / "Student" / "student.json", expert)
