"""EAD2019: YOLO text files beside the images; masks as TIFFs with a page for each class."""

from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4, subjects=3, names=("specular reflection", "bubbles", "endoscopic instrument")
)
SIZE = (96, 80)


def _pages(path: Path, filled: dict[int, tuple[int, int, int, int]]) -> None:
    """A TIFF of five pages, 0 or 255: instrument, specularity, artefact, bubbles, saturation."""
    pages = []
    for n in range(5):
        page = np.zeros((SIZE[1], SIZE[0]), np.uint8)
        if n in filled:
            x1, y1, x2, y2 = filled[n]
            page[y1:y2, x1:x2] = 255
        pages.append(Image.fromarray(page))
    path.parent.mkdir(parents=True, exist_ok=True)
    pages[0].save(path, save_all=True, append_images=pages[1:])


def make(root: Path) -> None:
    boxes = root / "trainingData_detection"
    for name, text in (
        ("00000", "0 0.25 0.25 0.2 0.2\n5 0.7 0.6 0.3 0.4\n"),
        ("00001_batch2", "3 0.5 0.5 0.9 0.9\n"),
    ):
        fake_image(boxes / f"{name}.jpg", SIZE)
        write_text(boxes / f"{name}.txt", text)
    masks = root / "trainingData_semanticSegmentation"
    for name in ("00000", "00000_batch2"):
        fake_image(masks / "0_original_images" / f"{name}.jpg", SIZE, seed=f"seg {name}")
        _pages(masks / f"{name}.tif", {0: (10, 10, 40, 40), 3: (50, 40, 80, 70)})
