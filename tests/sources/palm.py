"""PALM of 2024: three parts, black masks on white, absent lesions without a file.

The prefix of a Training name tells normal, high and pathological myopia; others have a number.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"test": 1, "train": 3, "val": 1},
    names=("pathological myopia", "optic disc", "fovea"),
    absent=("pathological myopia",),
)
PARTS = {
    "Training": [("H0001", 0), ("N0001", 0), ("P0001", 1)],
    "Validation": [("V0001", 1)],
    "Testing": [("T0001", 0)],
}
SIZE = (96, 72)


def make(root: Path) -> None:
    for part, rows in PARTS.items():
        top = root / "PALM" / part
        for name, label in rows:
            fake_image(top / "Images" / f"{name}.jpg", SIZE)
            disc = {0: (8, 30, 24, 46)}
            fake_mask(top / "Disc Masks" / f"{name}.bmp", SIZE, disc, background=255)
            if label:
                for lesion in ("Atrophy", "Detachment"):
                    path = top / "Lesion Masks" / lesion / f"{name}.bmp"
                    fake_mask(path, SIZE, {0: (50, 28, 64, 40)}, background=255)
        write_xlsx(
            top / "Classification Labels.xlsx",
            ["imgName", "Label"],
            [[f"{name}.jpg", label] for name, label in rows],
        )
        write_xlsx(
            top / "Fovea Localization.xlsx",
            ["imgName", "Fovea_X", "Fovea_Y"],
            [[f"{name}.jpg", 56.5, 36.25] for name, _ in rows],
        )
    (root / "__MACOSX").mkdir()
    (root / "__MACOSX" / "._PALM").write_bytes(b"junk of macOS")
