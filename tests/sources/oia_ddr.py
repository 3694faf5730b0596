"""DDR: grades in lists split by blanks, masks of four lesions, boxes of lesions in VOC files.

Grade 5 is ungradable; the label folder of valid has another name; a lesion that is not there has a
mask without foreground.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=6,
    subjects=6,
    splits={"test": 1, "train": 4, "val": 1},
    names=("no diabetic retinopathy", "proliferative diabetic retinopathy", "hard exudate"),
)
GRADES = {
    "train": [("007-0004-000.jpg", 0), ("007-0007-000.jpg", 4), ("007-1789-100.jpg", 5)],
    "test": [("007-1782-100.jpg", 2)],
    "valid": [],
}
SEGMENTED = {"train": ["007-1774-100"], "valid": ["007-2202-100"]}


def make(root: Path) -> None:
    top = root / "DDR-dataset"
    size = (80, 60)
    for name, rows in GRADES.items():
        text = "".join(f"{file} {grade}\n" for file, grade in rows)
        write_text(top / "DR_grading" / f"{name}.txt", text)
        for file, _ in rows:
            fake_image(top / "DR_grading" / name / file, size)
    for name, stems in SEGMENTED.items():
        folder = top / "lesion_segmentation" / name
        label = "segmentation label" if name == "valid" else "label"
        for stem in stems:
            fake_image(folder / "image" / f"{stem}.jpg", size, seed="lesion" + stem)
            for lesion in ("EX", "HE", "MA", "SE"):
                boxes = {} if lesion == "SE" else {255: (20, 16, 40, 30)}
                fake_mask(folder / label / lesion / f"{stem}.tif", size, boxes)
            objects = "".join(
                f"<object><name>{lesion}</name><bndbox><xmin>21</xmin><ymin>17</ymin>"
                "<xmax>40</xmax><ymax>30</ymax></bndbox></object>"
                for lesion in ("ex", "he", "ma")
            )
            write_text(
                top / "lesion_detection" / name / f"{stem}.xml",
                f"<annotation><filename>{stem}.jpg</filename><size><width>80</width>"
                f"<height>60</height><depth>3</depth></size>{objects}</annotation>\n",
            )
