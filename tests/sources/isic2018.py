"""ISIC 2018: three tasks in a folder each, lesion groups for one split, text files among images."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table, write_text

EXPECTED = Expected(
    cases=6,
    subjects=4,
    splits={"test": 1, "train": 4, "val": 1},
    names=("skin lesion", "pigment network", "melanoma", "melanocytic naevus"),
    absent=("globules",),
)
ONEHOT = ["image", "MEL", "NV", "BCC", "AKIEC", "BKL", "DF", "VASC"]
STRUCTURES = ("globules", "milia_like_cyst", "negative_network", "pigment_network", "streaks")


def make(root: Path) -> None:
    size = (64, 48)
    # 24306 is of task 3, too: one lesion
    for name, n in (("Training", 0), ("Training", 24306), ("Validation", 12255)):
        folder = root / f"ISIC2018_Task1-2_{name}_Input"
        fake_image(folder / f"ISIC_{n:07d}.jpg", size)
        write_text(folder / "ATTRIBUTION.txt", "ISIC\n")
    path = root / "ISIC2018_Task1_Training_GroundTruth" / "ISIC_0000000_segmentation.png"
    fake_mask(path, size, {255: (10, 8, 50, 40)})
    for structure in STRUCTURES:
        folder = root / "ISIC2018_Task2_Training_GroundTruth_v3"
        boxes = {255: (20, 16, 40, 30)} if structure == "pigment_network" else {}
        fake_mask(folder / f"ISIC_0000000_attribute_{structure}.png", size, boxes)
    for name, images in (("Training", (24306, 24307)), ("Test", (34524,))):
        rows = []
        for k, n in enumerate(images):
            fake_image(root / f"ISIC2018_Task3_{name}_Input" / f"ISIC_{n:07d}.jpg", size)
            rows.append([f"ISIC_{n:07d}", *("1.0" if c == k else "0.0" for c in range(7))])
        folder = root / f"ISIC2018_Task3_{name}_GroundTruth"
        write_table(folder / f"ISIC2018_Task3_{name}_GroundTruth.csv", ONEHOT, rows)
    write_table(
        root / "ISIC2018_Task3_Training_LesionGroupings.csv",
        ["image", "lesion_id", "diagnosis_confirm_type"],
        [
            ["ISIC_0024306", "HAM_0000550", "histopathology"],
            ["ISIC_0024307", "HAM_0000550", "histopathology"],
        ],
    )
