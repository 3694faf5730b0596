"""HPA: four stains of a field in a folder, outlines in GeoJSON whose y counts from below."""

from pathlib import Path
from typing import Any

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"mask": 3},
    names=("cell",),
)


def make(root: Path) -> None:
    """A line and an empty outline are among the features, as upstream's loader expects."""
    top = root / "hpa_dataset_v2"
    for split, field in (
        ("train", "1000_D12_3"),
        ("valid", "10137_1757_C2_1"),
        ("test", "10155_772_F9_1"),
    ):
        for stain in ("microtubules", "protein", "nuclei", "er"):
            fake_image(top / split / field / f"{stain}.png", (64, 64), mode="L", seed=field + stain)
        square = [[4, 40], [24, 40], [24, 60], [4, 60], [4, 40]]
        features: list[dict[str, Any]] = [
            {
                "type": "Feature",
                "geometry": {"type": "Polygon", "coordinates": [square]},
                "properties": {"label": "cell"},
            },
            {
                "type": "Feature",
                "geometry": {"type": "Polygon", "coordinates": [[]]},
                "properties": {"label": "cell"},
            },
        ]
        write_json(
            top / split / field / "annotation.json",
            {"type": "FeatureCollection", "bbox": [0, 0, 63, 63], "features": features},
        )
