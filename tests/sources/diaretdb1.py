"""DIARETDB1 v2.1: four experts, an XML of circles, polygons and ellipses for each.

The lists name a photograph and its four files. Each expert's file is there twice, plain and not.
One expert's file has no marking, and some markings are the optic disc and the whole fundus.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    splits={"test": 1, "train": 1},
    names=("hard exudate", "retinal haemorrhage"),
)
CIRCLE = (
    "<circleregion><centroid><coords2d>40,30</coords2d></centroid><radius>6</radius></circleregion>"
)
POLYGON = (
    "<polygonregion><centroid><coords2d>60,20</coords2d></centroid><coords2d>54,14</coords2d>"
    "<coords2d>66,14</coords2d><coords2d>66,26</coords2d><coords2d>54,26</coords2d></polygonregion>"
)
POINT = (
    "<representativepoint><coords2d>40,30</coords2d></representativepoint>"
    "<confidencelevel>{level}</confidencelevel><markingtype>{kind}</markingtype>"
)


def _expert(image: str, markings: list[tuple[str, str]]) -> str:
    body = "".join(
        f"<marking>{shape}{POINT.format(level='High', kind=kind)}</marking>"
        for shape, kind in markings
    )
    return (
        '<?xml version="1.0"?>\n<imgannotooldata version="1.0"><header><creator>expert</creator>'
        f"</header><imagename>{image}</imagename><imagesize><width>96</width><height>72</height>"
        f"</imagesize><markinglist>{body}</markinglist></imgannotooldata>\n"
    )


def make(root: Path) -> None:
    top = root / "ddb1_v02_01"
    for name, part in (("diaretdb1_image001", "train"), ("diaretdb1_image002", "test")):
        fake_image(top / "images" / f"{name}.png", (96, 72))
        files = []
        for expert in range(1, 5):
            marked = [
                (CIRCLE, "Hard_exudates"),
                (POLYGON, "Haemorrhages"),
                (CIRCLE, "Disc"),
                (CIRCLE, "Fundus_area"),
            ]
            text = _expert(f"{name}.png", [] if expert == 4 else marked[: 5 - expert])
            stem = f"groundtruth/{name}_{expert:02d}"
            files.append(f"{stem}_plain.xml")
            write_text(top / f"{stem}_plain.xml", text)
            write_text(top / f"{stem}.xml", text)
        line = " ".join([f"images/{name}.png", *files])
        write_text(top / f"ddb1_v02_01_{part}_plain.txt", line + "\n")
