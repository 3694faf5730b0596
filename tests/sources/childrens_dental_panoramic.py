"""Children's dental panoramic: caries masks, labelme boxes with Chinese names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 2, "train": 3},
    names=("dental caries",),
)


def make(root: Path) -> None:
    top = root / "Dental_dataset"
    size = (96, 48)
    caries = top / "Childrens dental caries segmentation dataset"
    for split, n in (("Train", 1), ("Train", 2), ("Test", 1)):
        fake_image(caries / split / "images" / f"{n}.png", size, seed=f"{split}{n}")
        fake_mask(caries / split / "masks" / f"{n}.png", size, {255: (20, 10, 30, 18)})
    disease = top / "Pediatric dental disease detection dataset"
    for split, n, labels in (("Train", 1, ("龋病", "深窝沟", "其他")), ("Test", 1, ("牙髓炎",))):
        fake_image(disease / split / "images" / f"{n}.png", size, seed=f"d{split}{n}")
        shapes = [
            {
                "label": label, "points": [[10.0 + 20 * k, 8.0], [24.0 + 20 * k, 30.0]],
                "group_id": None, "shape_type": "rectangle", "flags": {},
            }
            for k, label in enumerate(labels)
        ]  # fmt: skip
        document = {
            "version": "5.0.1", "flags": {}, "shapes": shapes, "imagePath": f"{n}.png",
            "imageData": None, "imageHeight": 48, "imageWidth": 96,
        }  # fmt: skip
        write_json(disease / split / "label" / f"{n}.json", document)
    adults = top / "Adult tooth segmentation dataset" / "Archive"
    fake_image(adults / "images" / "1.png", size, seed="adult")
