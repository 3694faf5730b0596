from pathlib import Path
from zipfile import ZipFile

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1}, annotations={"caption": 4}
)

CAPTIONS = {
    "train": [
        ("ROCOv2_2023_train_000001", "Axial CT of the abdomen, showing a liver cyst (arrow)."),
        ("ROCOv2_2023_train_000002", "Chest radiograph after drainage."),
    ],
    "valid": [("ROCOv2_2023_valid_000001", 'MRI of the "knee", sagittal view.')],
    "test": [("ROCOv2_2023_test_000001", "Ultrasound of the thyroid.")],
}


def make(root: Path) -> None:
    for part, rows in CAPTIONS.items():
        write_table(root / f"{part}_captions.csv", ["ID", "Caption"], rows)
        concepts = [(name, "C0040405;C0000726") for name, _ in rows]
        write_table(root / f"{part}_concepts.csv", ["ID", "CUIs"], concepts)
        write_table(root / f"{part}_concepts_manual.csv", ["ID", "CUIs"], concepts)
        with ZipFile(root / f"{part}_images.zip", "w") as archive:
            for name, _ in rows:
                picture = root / f"{name}.jpg"
                fake_image(picture)
                archive.write(picture, f"{part}/{name}.jpg")
                picture.unlink()
    write_table(
        root / "license_information.csv",
        ["ID", "PMCID", "Attribution", "Link"],
        [
            ("ROCOv2_2023_train_000001", "PMC9000001", "CC BY [Doe et al. (2020)]", "x"),
            ("ROCOv2_2023_train_000002", "PMC9000001", "CC BY [Doe et al. (2020)]", "x"),
            ("ROCOv2_2023_valid_000001", "PMC9000002", "CC BY-NC [Roe et al. (2021)]", "x"),
            ("ROCOv2_2023_test_000001", "PMC9000003", "CC BY [Poe et al. (2022)]", "x"),
        ],
    )
    write_table(root / "cui_mapping.csv", ["CUI", "Canonical name"], [("C0040405", "X-Ray CT")])
