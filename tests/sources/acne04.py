"""ACNE04: "levle" in names, two blanks between columns, five folds, boxes in another archive."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=5, subjects=5)
# name, grade, number of lesions
PICTURES = (
    ("levle0_0", 0, 1), ("levle0_1", 0, 2), ("levle1_100", 1, 2), ("levle2_7", 2, 3),
    ("levle3_5", 3, 2),
)  # fmt: skip
BOX = """<object><name>fore</name><pose>Unspecified</pose><truncated>0</truncated>
<difficult>0</difficult><bndbox><xmin>{x1}</xmin><ymin>10</ymin><xmax>{x2}</xmax><ymax>22</ymax>
</bndbox></object>"""
PAGE = """<annotation><folder>VOC2007</folder><filename>{name}.jpg</filename>
<size><width>80</width><height>80</height><depth>3</depth></size>{objects}</annotation>
"""


def make(root: Path) -> None:
    """The pictures stand in both archives; each fold's test list holds another fifth."""
    grades, boxes = root / "Classification", root / "Detection" / "VOC2007"
    for n, (name, grade, count) in enumerate(PICTURES):
        for top in (grades, boxes):
            fake_image(top / "JPEGImages" / f"{name}.jpg", (80, 80))
        found = "".join(BOX.format(x1=5 + 20 * k, x2=17 + 20 * k) for k in range(count))
        write_text(boxes / "Annotations" / f"{name}.xml", PAGE.format(name=name, objects=found))
        for fold in range(5):
            kind = "test" if fold == n else "trainval"
            for folder in (grades, boxes / "ImageSets" / "Main"):
                listed = folder / f"NNEW_{kind}_{fold}.txt"
                before = listed.read_text() if listed.exists() else ""
                write_text(listed, f"{before}{name}.jpg  {grade}  {count}\n")
