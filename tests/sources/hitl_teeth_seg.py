"""Humans in the Loop: a Supervisely export, masks as (k, k, k) for tooth k, human masks beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2}, names=("tooth",))


def make(root: Path) -> None:
    top = root / "Teeth Segmentation PNG"
    size = (96, 48)
    for name in ("1", "2"):
        fake_image(top / "d2" / "img" / f"{name}.jpg", size)
        teeth = {(3, 3, 3): (10, 10, 22, 30), (14, 14, 14): (40, 12, 52, 30)}
        fake_mask(top / "d2" / "masks_machine" / f"{name}.png", size, teeth)
        shown = {(237, 28, 36): (10, 10, 22, 30), (0, 162, 232): (40, 12, 52, 30)}
        fake_mask(top / "d2" / "masks_human" / f"{name}.png", size, shown)
        objects = [
            {
                "classTitle": title, "geometryType": "polygon",
                "points": {
                    "exterior": [[x1, 10], [x1 + 12, 10], [x1 + 12, 30], [x1, 30]], "interior": [],
                },
            }
            for title, x1 in (("3", 10), ("14", 40))
        ]  # fmt: skip
        document = {"size": {"height": 48, "width": 96}, "tags": [], "objects": objects}
        write_json(top / "d2" / "ann" / f"{name}.jpg.json", document)
    classes = [{"title": str(k), "shape": "polygon", "color": "#ED1C24"} for k in range(1, 33)]
    write_json(top / "meta.json", {"classes": classes, "tags": []})
    colours = {str(k): [k, k, k] for k in range(1, 33)}
    write_json(top / "obj_class_to_machine_color.json", colours)
