"""Dresden Surgical Anatomy: one organ labelled per folder, masks of raters, and a shared part."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=5, subjects=3, names=("liver", "ureter", "stomach"))


def make(root: Path) -> None:
    size = (96, 56)
    for organ, surgery, n in (
        ("liver", "03", 0),
        ("liver", "03", 1),
        ("ureter", "03", 0),
        ("vesicular_glands", "12", 0),
    ):
        top = root / organ / surgery
        fake_image(top / f"image{n:02d}.png", size, seed=f"{organ}{n}")
        for folder in (top, top / "anno_1", top / "anno_2", top / "anno_3"):
            fake_mask(folder / f"mask{n:02d}.png", size, {255: (20, 10, 60, 40)})
    shared = root / "multilabel" / "17"
    fake_image(shared / "image00.png", size, seed="multilabel")
    for organ, box in (("liver", (5, 5, 30, 30)), ("stomach", (40, 10, 80, 44)), ("spleen", None)):
        fake_mask(shared / f"mask00_{organ}.png", size, {255: box} if box else {})
