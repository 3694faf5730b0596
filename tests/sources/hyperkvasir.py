"""HyperKvasir: classes three folders deep, polyps with masks, images without labels."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json, write_table

EXPECTED = Expected(
    cases=5,
    subjects=5,
    names=("ulcerative colitis", "Mayo endoscopic score 2", "Z-line", "polyp", "caecum"),
)
NAMES = (
    "lower-gi-tract/anatomical-landmarks/cecum/0a5c8d2e-1b6f",
    "lower-gi-tract/pathological-findings/ulcerative-colitis-grade-2/1d9be3c4-77a0",
    "lower-gi-tract/pathological-findings/ulcerative-colitis-grade-1-2/2f04c8aa-3e51",
    "upper-gi-tract/anatomical-landmarks/z-line/3b7715d0-92ce",
)


def make(root: Path) -> None:
    top = root / "labeled-images"
    for name in NAMES:
        fake_image(top / f"{name}.jpg", (64, 52))
    write_table(
        top / "image-labels.csv",
        ["Video file", "Organ", "Finding", "Classification"],
        [["0a5c8d2e-1b6f", "Lower GI", "cecum", "anatomical-landmarks"]],
    )
    stem = "cju0qkwl35piu0993l0dewei2"
    fake_image(root / "segmented-images" / "images" / f"{stem}.jpg", (64, 52))
    fake_mask(
        root / "segmented-images" / "masks" / f"{stem}.jpg", (64, 52), {255: (10, 10, 40, 36)}
    )
    write_json(root / "segmented-images" / "bounding-boxes.json", {stem: {"bbox": []}})
    fake_image(root / "unlabeled-images" / "images" / "4c11.jpg", (64, 52))
