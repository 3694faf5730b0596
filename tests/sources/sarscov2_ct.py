"""SARS-CoV-2 CT: two folders, blanks and brackets in names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=4, subjects=4, names=("COVID-19",), absent=("COVID-19",))


def make(root: Path) -> None:
    for name in (
        "COVID/Covid (1).png",
        "COVID/Covid (12).png",
        "non-COVID/Non-Covid (1).png",
        "non-COVID/Non-Covid (12).png",
    ):
        fake_image(root / name, (60, 44), seed=name)
