"""ISIC 2017: superpixel images beside the images, 0/0 is a naevus, a test set called Test_v2."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    names=("melanoma", "seborrhoeic keratosis", "skin lesion"),
)
SETS = {
    "Training": [("ISIC_0000000", "0.0", "0.0"), ("ISIC_0000002", "1.0", "0.0")],
    "Validation": [("ISIC_0001769", "0.0", "1.0")],
    "Test_v2": [("ISIC_0012086", "0.0", "0.0")],
}


def make(root: Path) -> None:
    size = (64, 48)
    for part, images in SETS.items():
        data, rows = root / f"ISIC-2017_{part}_Data", []
        masks = root / f"ISIC-2017_{part}_Part1_GroundTruth"
        for name, melanoma, keratosis in images:
            fake_image(data / f"{name}.jpg", size)
            fake_image(data / f"{name}_superpixels.png", size)
            fake_mask(masks / f"{name}_segmentation.png", size, {255: (12, 10, 50, 40)})
            rows.append([name, melanoma, keratosis])
        header = ["image_id", "melanoma", "seborrheic_keratosis"]
        write_table(root / f"ISIC-2017_{part}_Part3_GroundTruth.csv", header, rows)
        write_table(
            data / f"ISIC-2017_{part}_Data_metadata.csv",
            ["image_id", "age_approximate", "sex"],
            [[name, 55, "female"] for name, *_ in images],
        )
