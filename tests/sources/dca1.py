"""DCA1: PGM angiograms and their vessel masks side by side."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 3}, names=("coronary artery",))


def make(root: Path) -> None:
    top = root / "Database_134_Angiograms"
    for n in (1, 2, 134):
        fake_image(top / f"{n}.pgm", (60, 60), mode="L")
        fake_mask(top / f"{n}_gt.pgm", (60, 60), {255: (10, 10, 50, 20)})
