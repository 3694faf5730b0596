"""CCAgT: tiles in a zip per slide, masks where a dot overwrites its nucleus, a COCO file."""

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, noise, write_json

EXPECTED = Expected(cases=3, subjects=2, names=("nucleus",))
TILES = {"A": ("A_0001", "A_0002"), "C": ("C_0001",)}
NAMES = (
    "nucleus", "cluster", "satellite", "nucleus_out_of_focus", "overlapped_nuclei",
    "non_viable_nucleus", "leukocyte_nucleus",
)  # fmt: skip


def make(root: Path) -> None:
    """Slides stay in their inner zips, as the release has them."""
    top = root / "wg4bpm33hj-2"
    labels = np.zeros((48, 64), np.uint8)
    labels[8:40, 8:40] = 1
    labels[20:24, 20:24] = 2  # a nucleolar organiser region inside the nucleus
    labels[4:12, 48:60] = 7
    images: list[dict[str, Any]] = []
    objects: list[dict[str, Any]] = []
    for slide, tiles in TILES.items():
        for tile in tiles:
            picture = (noise((48, 64, 3), tile) * 255).astype(np.uint8)
            _add(top / "images" / f"{slide}.zip", f"{slide}/{tile}.jpg", picture, "JPEG")
            _add(top / "masks" / f"{slide}.zip", f"{slide}/{tile}.png", labels, "PNG")
            n = len(images) + 1
            images.append({"id": n, "file_name": f"{tile}.jpg", "width": 64, "height": 48})
            for category, (x1, y1, x2, y2) in ((1, (8, 8, 40, 40)), (2, (20, 20, 24, 24))):
                objects.append(
                    {
                        "id": len(objects) + 1,
                        "image_id": n,
                        "category_id": category,
                        "iscrowd": 0,
                        "area": (x2 - x1) * (y2 - y1),
                        "bbox": [x1, y1, x2 - x1, y2 - y1],
                        "segmentation": [[x1, y1, x2, y1, x2, y2, x1, y2]],
                    }
                )
    write_json(
        top / "CCAgT_COCO_OD.json",
        {
            "images": images,
            "annotations": objects,
            "categories": [{"id": k, "name": name} for k, name in enumerate(NAMES, 1)],
        },
    )


def _add(archive: Path, member: str, pixels: np.ndarray[Any, Any], kind: str) -> None:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(zipfile.ZipInfo(member), buffer.getvalue())
