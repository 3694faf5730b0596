"""MSLD: originals, augmented copies and a fold of both, under differing names of the classes."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, annotations={"flags": 4}, names=("monkeypox",))
CLASSES = {"M": ("Monkey Pox", "Monkeypox_augmented", "Monkeypox"),
           "NM": ("Others", "Others_augmented", "Others")}  # fmt: skip


def make(root: Path) -> None:
    """The first number is the patient's, the second the image's, a third the augmentation's."""
    rows = []
    for code, patient, image in (("M", 1, 1), ("M", 1, 2), ("M", 2, 1), ("NM", 1, 1)):
        original, augmented, fold = CLASSES[code]
        name = f"{code}{patient:02d}_{image:02d}"
        fake_image(root / "Original Images/Original Images" / original / f"{name}.jpg", (64, 64))
        for k in range(2):
            copy = f"{name}_{k:02d}"
            top = root / "Augmented Images" / "Augmented Images" / augmented
            fake_image(top / f"{copy}.jpg", (64, 64))
            fake_image(root / "Fold1/Fold1/Fold1/Train" / fold / f"{copy}.jpg", (64, 64))
            rows.append([copy, "Monkeypox" if code == "M" else "Non Monkeypox"])
    write_table(root / "Monkeypox_Dataset_metadata.csv", ["ImageID", "Label"], rows)
