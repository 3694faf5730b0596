"""SUSTech-SYSU: three grades in columns with brackets, VOC boxes for a part of the images.

The fovea is a box of one pixel; an exudate file may hold hard (`ex`) and soft (`se`) ones; grade 5
is an eye treated with laser. The table is `drLabels.csv` (a copy calls it `drLables.csv`).
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=(
        "no diabetic retinopathy", "moderate nonproliferative diabetic retinopathy", "optic disc",
        "hard exudate",
    ),
)  # fmt: skip
HEADER = [
    "Fundus_images", "left_versus_right_eye(left_0_right_1)",
    "DR_grade(International_Clinical_DR_Severity_Scale)",
    "DR_grade(American_Academy_of_Ophthalmology)", "DR_grade(Scottish_DR_grading_protocol)",
]  # fmt: skip
ROWS = [
    ["0001.jpg", 0, 0, 0, 0],
    ["0656.jpg", 1, 2, 2, 2],
    ["0690.jpg", 1, 5, 5, 5],
]
Object = tuple[str, int, int, int, int]


def _voc(path: Path, objects: list[Object]) -> None:
    boxes = "".join(
        f"<object><name>{name}</name><pose>Unspecified</pose><bndbox><xmin>{x1}</xmin>"
        f"<ymin>{y1}</ymin><xmax>{x2}</xmax><ymax>{y2}</ymax></bndbox></object>"
        for name, x1, y1, x2, y2 in objects
    )
    write_text(
        path,
        f"<annotation><filename>{path.stem}.jpg</filename><size><width>96</width>"
        f"<height>72</height><depth>3</depth></size>{boxes}</annotation>\n",
    )


def make(root: Path) -> None:
    write_table(root / "drLabels.csv", HEADER, ROWS)
    write_table(root / "c5_DR_reclassified.csv", [HEADER[0], *HEADER[2:]], [["0690.jpg", 4, 4, 4]])
    for row in ROWS:
        fake_image(root / "originalImages" / str(row[0]), (96, 72))
    _voc(root / "exudatesLabels" / "0656.xml", [("ex", 40, 20, 48, 28), ("se", 60, 40, 66, 46)])
    for stem in ("0001", "0656"):
        place: list[Object] = [("OD", 10, 28, 26, 46), ("fovea", 52, 38, 53, 39)]
        _voc(root / "odFoveaLabels" / f"{stem}.xml", place)
