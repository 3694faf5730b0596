"""G1020: labelme files beside the images, a square copy of each image, some eyes without a cup."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("glaucoma", "optic disc", "optic cup"),
    absent=("glaucoma",),
)


def _shape(label: str, x1: int, y1: int, x2: int, y2: int) -> dict[str, object]:
    points = [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]
    return {"label": label, "points": points, "shape_type": "polygon", "flags": {}}


def make(root: Path) -> None:
    top = root / "G1020"
    size = (72, 56)
    rows = [["image_0.jpg", 0], ["image_1.jpg", 0], ["image_3.jpg", 1]]
    write_table(top / "G1020.csv", ["imageID", "binaryLabels"], rows)
    for name, label in rows:
        stem = str(name).removesuffix(".jpg")
        fake_image(top / "Images" / str(name), size)
        shapes = [_shape("disc", 20, 18, 44, 42)]
        if label:
            shapes.append(_shape("cup", 26, 24, 38, 36))
        document = {"version": "4.5.6", "flags": {}, "shapes": shapes, "imagePath": name,
                    "imageHeight": 56, "imageWidth": 72}  # fmt: skip
        write_json(top / "Images" / f"{stem}.json", document)
        boxes = {1: (20, 18, 44, 42), **({2: (26, 24, 38, 36)} if label else {})}
        fake_mask(top / "Masks" / f"{stem}.png", size, boxes)
        fake_image(top / "Images_Square" / str(name), (56, 56))
