"""DENTEX: the diagnosis part with three category ids counted from 0, and a part without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=2, subjects=2, annotations={"boxes": 2}, names=("impacted tooth", "deep dental caries")
)


def _box(n: int, image: int, ids: tuple[int, int, int], bbox: list[float]) -> dict[str, object]:
    x, y, w, h = bbox
    return {
        "id": n, "image_id": image, "iscrowd": 0, "area": w * h, "bbox": bbox,
        "segmentation": [[x, y, x + w, y, x + w, y + h, x, y + h]],
        **{f"category_id_{k + 1}": value for k, value in enumerate(ids)},
    }  # fmt: skip


def make(root: Path) -> None:
    top = root / "DENTEX" / "training_data"
    folder = top / "quadrant-enumeration-disease"
    for name in ("train_0.png", "train_1.png"):
        fake_image(folder / "xrays" / name, (96, 48), mode="L")
    document = {
        "images": [
            {"height": 48, "width": 96, "id": 1, "file_name": "train_0.png"},
            {"height": 48, "width": 96, "id": 2, "file_name": "train_1.png"},
        ],
        "annotations": [
            _box(1, 1, (2, 7, 0), [10.0, 8.0, 14.0, 20.0]),
            _box(2, 1, (0, 3, 3), [50.0, 12.0, 12.0, 22.0]),
        ],
        "categories_1": [{"id": k, "name": str(k + 1)} for k in range(4)],
        "categories_2": [{"id": k, "name": str(k + 1)} for k in range(8)],
        "categories_3": [
            {"id": 0, "name": "Impacted"}, {"id": 1, "name": "Caries"},
            {"id": 2, "name": "Periapical Lesion"}, {"id": 3, "name": "Deep Caries"},
        ],
    }  # fmt: skip
    write_json(folder / "train_quadrant_enumeration_disease.json", document)
    fake_image(top / "unlabelled" / "xrays" / "unlabelled_0.png", (96, 48), mode="L")
