"""mini-MIAS: ragged rows, two circles on one film, a "*NOTE 3*" row, films in pairs."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"boxes": 2, "class": 10},
    names=("circumscribed breast mass", "normal breast", "benign", "fatty-glandular breast"),
)
INFO = """\
REFNUM BG CLASS SEVERITY X Y RADIUS
mdb001 G CIRC B 35 55 12
mdb001 G CIRC B 40 20 8
mdb002 G CIRC B *NOTE 3*
mdb003 D NORM
mdb004 D NORM
"""


def make(root: Path) -> None:
    top = root / "all-mias"
    write_text(top / "Info.txt", INFO)
    write_text(top / "README", "THE mini-MIAS DATABASE OF MAMMOGRAMS\n")
    for n in range(1, 5):
        fake_image(top / f"mdb{n:03d}.pgm", (64, 64), mode="L")
