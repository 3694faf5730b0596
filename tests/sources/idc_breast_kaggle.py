"""IDC patches: a folder per patient, and the whole tree a second time one level deeper."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"flags": 2},
    names=("invasive ductal carcinoma",),
)
PATCHES = (
    ("8863", 0, 51, 1251),
    ("8863", 1, 1051, 1001),
    ("9036", 0, 1, 1),
    ("10253", 1, 501, 351),
)


def make(root: Path) -> None:
    for top in (root, root / "IDC_regular_ps50_idx5"):
        for patient, label, x, y in PATCHES:
            name = f"{patient}_idx5_x{x}_y{y}_class{label}.png"
            fake_image(top / patient / str(label) / name, (50, 50))
