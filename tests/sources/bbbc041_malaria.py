"""BBBC041: paths with a leading slash, row and column boxes, PNG to train on and JPEG to test."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("erythrocyte", "trophozoite", "ring form"),
)


def _cell(category: str, x1: int, y1: int, x2: int, y2: int) -> dict[str, object]:
    box = {"minimum": {"r": y1, "c": x1}, "maximum": {"r": y2, "c": x2}}
    return {"bounding_box": box, "category": category}


def make(root: Path) -> None:
    top = root / "malaria"
    images = {
        "8d02117d-6c71-4e47-b50a-6cc8d5eb1d55.png": [
            _cell("red blood cell", 4, 4, 20, 18), _cell("trophozoite", 40, 20, 58, 38),
        ],
        "10be6380-cbbb-4886-8b9e-ff56b1710576.png": [
            _cell("red blood cell", 30, 10, 44, 26), _cell("difficult", 2, 30, 18, 46),
        ],
        "9b4af1e1-8a1d-4ad8-8b5b-8f0bbe3d5c9b.jpg": [_cell("ring", 10, 10, 30, 30)],
    }  # fmt: skip
    records: dict[str, list[object]] = {"training": [], "test": []}
    for name, objects in images.items():
        fake_image(top / "images" / name, (64, 48))
        shape = {"r": 48, "c": 64, "channels": 3}
        image = {"checksum": "00", "pathname": f"/images/{name}", "shape": shape}
        split = "training" if name.endswith(".png") else "test"
        records[split].append({"image": image, "objects": objects})
    for split, found in records.items():
        write_json(top / f"{split}.json", found)
