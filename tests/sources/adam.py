"""ADAM: two class folders, masks only of images that show the thing, a spreadsheet of foveas.

The three archives are unpacked side by side, and two of them hold a `Training400`. Masks are black
on white, as in the sister challenges; one image has no fovea (0, 0).
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("age-related macular degeneration", "optic disc", "fovea", "drusen"),
    absent=("age-related macular degeneration",),
)
HEADER = ["ID", "imgName", "Fovea_X", "Fovea_Y"]


def make(root: Path) -> None:
    top = root / "iChallenge-AMD-Training400" / "Training400"
    discs = root / "Annotation-DF-Training400" / "Training400"
    lesions = root / "Training400-Lesion" / "Lesion_Masks"
    size = (96, 72)
    for folder, name in (("AMD", "A0001"), ("AMD", "A0012"), ("Non-AMD", "N0001")):
        fake_image(top / folder / f"{name}.jpg", size)
        fake_mask(discs / "Disc_Masks" / f"{name}.bmp", size, {0: (8, 30, 24, 46)}, background=255)
    for lesion, name in (("drusen", "A0001"), ("scar", "A0012"), ("exudate", "A0012")):
        path = lesions / lesion / f"{name}.bmp"
        fake_mask(path, size, {0: (50, 28, 64, 40)}, background=255)
    write_xlsx(
        discs / "Fovea_location.xlsx",
        HEADER,
        [[1, "A0001.jpg", 56.4, 36.2], [2, "A0012.jpg", 0, 0], [3, "N0001.jpg", 50.5, 37.25]],
    )
