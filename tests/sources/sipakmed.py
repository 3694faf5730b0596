"""SIPaKMeD: nested class folders, slide images and crops of their cells, contours as x,y lines."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"mask": 8},
    names=("dyskeratotic cell", "parabasal cell", "nucleus"),
)


def _square(x1: float, y1: float, x2: float, y2: float) -> str:
    return "".join(f"{x},{y}\n" for x, y in ((x1, y1), (x2, y1), (x2, y2), (x1, y2)))


def make(root: Path) -> None:
    for kind, slide, cells in (
        ("im_Dyskeratotic", "001", 2),
        ("im_Dyskeratotic", "002", 1),
        ("im_Parabasal", "001", 1),
    ):
        top = root / kind / kind
        fake_image(top / f"{slide}.bmp", (128, 96), seed=kind + slide)
        for n in range(1, cells + 1):
            write_text(top / f"{slide}_cyt{n:02d}.dat", _square(10, 10, 60, 60))
            write_text(top / f"{slide}_nuc{n:02d}.dat", _square(25, 25, 40, 40))
            crop = top / "CROPPED" / f"{slide}_{n:02d}"
            fake_image(crop.with_suffix(".bmp"), (64, 64), seed=f"{kind}{slide}{n}")
            write_text(crop.with_name(f"{crop.name}_cyt.dat"), _square(6.5, 6.5, 58.25, 57))
            write_text(crop.with_name(f"{crop.name}_nuc.dat"), _square(22.5, 24, 40, 41.75))
