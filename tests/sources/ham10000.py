"""HAM10000 as downloaded from Dataverse: two image archives, one of them unpacked."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4, "mask": 3},
    names=("melanocytic naevus", "melanoma", "benign keratosis-like lesion", "skin lesion"),
)

HEADER = ["lesion_id", "image_id", "dx", "dx_type", "age", "sex", "localization", "dataset"]
ROWS = [
    ["HAM_0000118", "ISIC_0027419", "bkl", "histo", "80.0", "male", "scalp", "vidir_modern"],
    ["HAM_0000118", "ISIC_0025030", "bkl", "histo", "80.0", "male", "scalp", "vidir_modern"],
    ["HAM_0001466", "ISIC_0031633", "nv", "follow_up", "75.0", "male", "ear", "vidir_modern"],
    ["HAM_0002761", "ISIC_0029176", "mel", "histo", "", "unknown", "unknown", "rosendahl"],
]


def make(root: Path) -> None:
    top = root / "dataverse_files"
    write_table(top / "HAM10000_metadata.csv", HEADER, ROWS)
    for row in ROWS[:2]:
        fake_image(top / "HAM10000_images_part_1" / f"{row[1]}.jpg", (60, 45))
    loose = root / "loose"
    with ZipFile(top / "HAM10000_images_part_2.zip", "w") as archive:
        for row in ROWS[2:]:
            image = loose / f"{row[1]}.jpg"
            fake_image(image, (60, 45))
            archive.writestr(ZipInfo(image.name), image.read_bytes())
            image.unlink()
    loose.rmdir()
    masks = top / "HAM10000_segmentations_lesion_tschandl"
    for row in ROWS[:3]:  # the last image has no outline: not annotated, not absent
        fake_mask(masks / f"{row[1]}_segmentation.png", (60, 45), {255: (10, 8, 40, 30)})
    (masks / "._ISIC_0027419_segmentation.png").write_bytes(b"junk of macOS")
