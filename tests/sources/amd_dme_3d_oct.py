"""AMD-DME-3D-OCT: a page per B-scan in TIFF, 255 is another lesion in each of two folders."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gmai_data.testing import Expected, noise

EXPECTED = Expected(cases=3, subjects=2)


def make(root: Path) -> None:
    """Both eyes of one patient have AMD, a third volume is of another patient with DME."""
    base = root / "AMD_DME_3D_Dataset"
    for disease, stem in (("AMD", "001OD1"), ("AMD", "001OS1"), ("DME", "104OD2")):
        image = (noise((6, 40, 48), stem) * 255).astype(np.uint8)
        mask = np.zeros_like(image)
        mask[2:5, 14:24, 10:36] = 255
        _pages(base / f"{disease}_labeled" / "input" / f"{stem}.tif", image)
        _pages(base / f"{disease}_labeled" / "label" / f"{stem}_mask.tif", mask)


def _pages(path: Path, values: NDArray[np.uint8]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    first, *rest = (Image.fromarray(page) for page in values)
    first.save(path, save_all=True, append_images=rest)
