"""GasHisSDB: the same tissue cut at three sizes, names that repeat, no slide ids."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=4, subjects=4, annotations={"class": 4})


def make(root: Path) -> None:
    """The three sizes overlap: only one of them may be read, or tissue leaks between splits."""
    for side in (80, 120, 160):
        for kind in ("Abnormal", "Normal"):
            for n in (1, 2):
                name = f"{kind}-{n:05d}.png"
                fake_image(root / "GasHisSDB" / str(side) / kind / name, (side, side), seed=name)
