"""Chaksu: three cameras with three suffixes, tables whose last column changes its name.

Cells of a camera name the picture twice and with another suffix (`Image101.jpg-Image101-1.jpg`);
some experts write "GLAUCOMA  SUSUPECT"; folders of discs and cups are in either case.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 3},
    names=("suspected glaucoma",),
)
SUSPECT, NORMAL, MISSPELT = "GLAUCOMA SUSPECT", "NORMAL", "GLAUCOMA  SUSUPECT"
ROWS = {  # part, camera, last column -> image file, cell, verdict
    ("Train", "Bosch", "Majority Decision"): [
        ("Image101.JPG", "Image101.jpg-Image101-1.jpg", NORMAL),
    ],
    ("Train", "Forus", "Glaucoma Decision"): [("1.png", "1.png", SUSPECT)],
    ("Train", "Remidio", "Glaucoma Decision"): [("IMG_2437.JPG", "IMG_2437.tif", NORMAL)],
    ("Test", "Bosch", "Majority Decision"): [
        ("Image201.JPG", "Image201.jpg-Image201-1.jpg", SUSPECT),
    ],
    ("Test", "Forus", "Glaucoma Decision"): [],
    ("Test", "Remidio", "Glaucoma Decision"): [],
}
EXPERTS = [f"Expert.{n}" for n in range(1, 6)]


def make(root: Path) -> None:
    size = (64, 56)
    for (part, camera, last), rows in ROWS.items():
        table = []
        for file, cell, verdict in rows:
            other = MISSPELT if verdict == SUSPECT else NORMAL
            table.append([cell, verdict, other, verdict, other, verdict, verdict])
            fake_image(root / part / "1.0_Original_Fundus_Images" / camera / file, size)
            stem = file.rsplit(".", 1)[0]
            for n in range(1, 6):
                folder = root / part / "3.0_Doctors_Annotations_Binary_OD_OC" / f"Expert {n}"
                for what, box in (("Disc", (18, 16, 44, 42)), ("Cup", (26, 24, 36, 34))):
                    name = what.lower() if n == 2 else what
                    fake_mask(folder / camera / name / f"{stem}.tif", size, {255: box})
        path = root / part / "6.0_Glaucoma_Decision"
        file = f"Glaucoma_Decision_Comparison_{camera}_majority.csv"
        write_table(path / file, ["Images", *EXPERTS, last], table)
    (root / "__MACOSX").mkdir()
    (root / "__MACOSX" / "._Train").write_bytes(b"junk of macOS")
