"""DIARETDB1 v2.1: four experts, an XML of circles, polygons and ellipses for each.

One expert's file has no marking, and one marking is the optic disc.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=2, subjects=2, names=("hard exudate", "retinal haemorrhage"))
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
    top = root / "diaretdb1_v2_1" / "resources" / "images"
    for name in ("image001", "image002"):
        fake_image(top / "ddb1_fundusimages" / f"{name}.png", (96, 72))
        for expert in range(1, 5):
            marked = [(CIRCLE, "Hard_exudates"), (POLYGON, "Haemorrhages"), (CIRCLE, "Disc")]
            text = _expert(f"diaretdb1_{name}.png", [] if expert == 4 else marked[: 4 - expert])
            write_text(top / "ddb1_groundtruth" / f"{name}_{expert:02d}.xml", text)
