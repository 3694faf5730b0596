"""IDRiD with its URL-encoded outer folders, a missing lesion mask and a blank behind a column."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=6,
    subjects=6,
    splits={"test": 2, "train": 4},
    annotations={"class": 4, "mask": 6, "points": 4},
    names=(
        "microaneurysm", "optic disc", "fovea", "severe nonproliferative diabetic retinopathy",
        "macular oedema risk grade 2",
    ),
    absent=("cotton-wool spot",),
)  # fmt: skip
FOLDERS = {
    "MA": "1. Microaneurysms", "HE": "2. Haemorrhages", "EX": "3. Hard Exudates",
    "SE": "4. Soft Exudates", "OD": "5. Optic Disc",
}  # fmt: skip
TRAIN, TEST = "a. Training Set", "b. Testing Set"


def make(root: Path) -> None:
    top = root / "A.%20Segmentation" / "A. Segmentation"
    masks = top / "2. All Segmentation Groundtruths"
    for folder, n, codes in ((TRAIN, 1, ("MA", "HE", "EX", "OD")), (TEST, 55, ("SE", "OD"))):
        fake_image(top / "1. Original Images" / folder / f"IDRiD_{n:02d}.jpg", (72, 48))
        for code in codes:
            path = masks / folder / FOLDERS[code] / f"IDRiD_{n:02d}_{code}.tif"
            fake_mask(path, (72, 48), {255: (20, 10, 40, 25)})
    top = root / "B.%20Disease%20Grading" / "B. Disease Grading"
    for folder, name in ((TRAIN, "IDRiD_001"), (TEST, "IDRiD_002")):
        fake_image(top / "1. Original Images" / folder / f"{name}.jpg", (72, 48))
    tables = top / "2. Groundtruths"
    header = "Image name,Retinopathy grade,Risk of macular edema ,,,,,,,,,\n"
    write_text(
        tables / "a. IDRiD_Disease Grading_Training Labels.csv",
        header + "IDRiD_001,3,2,,,,,,,,,\n",
    )
    write_text(
        tables / "b. IDRiD_Disease Grading_Testing Labels.csv", header + "IDRiD_002,0,0,,,,,,,,,\n"
    )
    top = root / "C.%20Localization" / "C. Localization"
    for name in ("IDRiD_001", "IDRiD_002"):
        fake_image(top / "1. Original Images" / TRAIN / f"{name}.jpg", (72, 48), seed="C" + name)
    for folder, name, x in (
        ("1. Optic Disc Center Location", "IDRiD_OD_Center", 50),
        ("2. Fovea Center Location", "IDRiD_Fovea_Center", 30),
    ):
        write_text(
            top / "2. Groundtruths" / folder / f"a. {name}_Training Set_Markups.csv",
            f"Image No,X- Coordinate,Y - Coordinate,,,\nIDRiD_001,{x},24,,,\nIDRiD_002,{x},20,,,\n"
            ",,,,,\n",
        )
