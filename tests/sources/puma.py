"""PUMA: RGBA tiles (one of them `.tiff`) with nuclei and tissue in two sets of GeoJSON files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3, "mask": 6},
    names=("melanoma metastasis", "lymphocyte", "neoplastic cell", "necrotic tissue", "epidermis"),
)


def _feature(name: str, x: int, y: int, side: int) -> dict[str, object]:
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {
        "type": "Feature",
        "id": f"{name}-{x}-{y}",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "objectType": "annotation",
            "classification": {"name": name, "color": [200, 0, 0]},
        },
    }


def make(root: Path) -> None:
    for stem, suffix in (
        ("training_set_metastatic_roi_001", "tif"),
        ("training_set_metastatic_roi_103", "tiff"),
        ("training_set_primary_roi_001", "tif"),
    ):
        folder = root / "01_training_dataset_tif_ROIs"
        fake_image(folder / f"{stem}.{suffix}", (128, 128), mode="RGBA")
        nuclei = [_feature("nuclei_tumor", 10, 10, 14), _feature("nuclei_lymphocyte", 70, 60, 12)]
        tissue = [_feature("tissue_epidermis", 0, 0, 60), _feature("tissue_necrosis", 64, 64, 50)]
        for kind, features in (("nuclei", nuclei), ("tissue", tissue)):
            write_json(
                root / f"01_training_dataset_geojson_{kind}" / f"{stem}_{kind}.geojson",
                {"type": "FeatureCollection", "features": features},
            )
