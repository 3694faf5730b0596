"""Br35H: yes, no, unlabelled `pred`, and the same pictures again with outlines."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=4, subjects=4, names=("brain tumour",), absent=("brain tumour",))


def make(root: Path) -> None:
    for name in ("yes/y0.jpg", "yes/y1.jpg", "no/no0.jpg", "pred/pred0.jpg"):
        fake_image(root / name, (64, 56))
    again = root / "Br35H-Mask-RCNN"
    fake_image(again / "TRAIN" / "y1.jpg", (64, 56))
    outline = {"name": "ellipse", "cx": 30, "cy": 25, "rx": 9, "ry": 7}
    write_json(
        again / "annotations_all.json",
        {
            "y1.jpg9999": {
                "filename": "y1.jpg",
                "size": 9999,
                "regions": [{"shape_attributes": outline, "region_attributes": {}}],
                "file_attributes": {},
            }
        },
    )
