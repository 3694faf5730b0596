"""UniToPatho: two sizes of the same slides, points and commas in names, tables per size."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    annotations={"class": 4},
    names=("hyperplastic polyp",),
)
HEADER = [
    "image_id", "top_label_name", "top_label", "type_name", "type", "grade_name", "grade", "wsi",
    "roi", "mpp", "x", "y", "w", "h", "path",
]  # fmt: skip
# slide, class, its number, split
PATCHES = (
    ("149-B3-TALG", "TA.LG", 3, "train", 0),
    ("149-B3-TALG", "TA.LG", 3, "train", 1),
    ("100-B2-TVAHG", "TVA.HG", 4, "train", 0),
    ("243 B5 HP", "HP", 0, "test", 0),
)


def make(root: Path) -> None:
    """Each slide is of another patient; only the 800 micron patches are the classification task."""
    for size in ("800", "7000"):
        top = root / "unitopath-public" / size
        tables: dict[str, list[list[object]]] = {"train": [], "test": []}
        for slide, kind, number, split, k in PATCHES:
            where = f"{21000 + 1812 * k},33000,1812,1812"
            name = f"{slide}.ndpi_ROI__mpp0.44_reg000_crop_sk0000{k}_({where}).png"
            fake_image(top / kind / name, (60, 60), seed=size + name)
            family, _, grade = kind.partition(".")
            at = where.split(",")
            tables[split].append(
                [name, kind, number, family, 2, grade, -1, slide, 0, 0.44, *at, f"{kind}/{name}"]
            )
        for split, rows in tables.items():
            write_table(top / f"{split}.csv", HEADER, rows)
    write_text(root / "unitopath-public" / "test_wsi.txt", "243 B5 HP\n")
