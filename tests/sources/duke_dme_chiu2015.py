"""Duke DME: a MATLAB file per subject, a stack of B-scans, NaN where nobody annotated."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_mat

EXPECTED = Expected(cases=8, subjects=2, annotations={"mask": 16}, names=("retinal fluid",))


def make(root: Path) -> None:
    """Four B-scans each, of which the middle two are annotated, by two graders."""
    base = root / "2015_BOE_Chiu"
    base.mkdir(parents=True, exist_ok=True)
    for subject in (1, 10):
        images = (255 * noise((48, 64, 4), str(subject))).astype(np.uint8)
        fluid = np.full((48, 64, 4), np.nan)
        layers = np.full((8, 64, 4), np.nan)
        for k in (1, 2):
            fluid[:, :, k] = 0
            fluid[18:26, 20:40, k] = 3  # a number per blob
            layers[:, 4:60, k] = np.linspace(8, 40, 8)[:, None]
        file = base / f"Subject_{subject:02d}.mat"
        write_mat(file, {
            "images": images, "manualFluid1": fluid, "manualFluid2": fluid,
            "manualLayers1": layers, "manualLayers2": layers, "automaticFluidDME": fluid,
            "automaticLayersDME": layers, "automaticLayersNormal": layers,
        })  # fmt: skip
