"""Herlev: `superficiel`, upper-case suffix, the colour mask of a cell beside it."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(cases=8, subjects=7, names=("carcinoma in situ cell",))
RED, DARK_BLUE, LIGHT_BLUE = (255, 0, 0), (0, 0, 128), (0, 0, 255)
CELLS = {
    "carcinoma_in_situ": ("149056321-149056327-001", "149056321-149056327-002"),
    "light_dysplastic": ("149143370-149143378-001",),
    "moderate_dysplastic": ("149315671-149315692-003",),
    "normal_columnar": ("153826597-153826619-002",),
    "normal_intermediate": ("157181194-157181202-001",),
    "normal_superficiel": ("209518690-209518717-001",),
    "severe_dysplastic": ("148494854-148494867-001",),
}


def make(root: Path) -> None:
    """The mask: red background, dark blue cytoplasm, light blue nucleus (shades from memory)."""
    for kind, stems in CELLS.items():
        folder = root / "smear2005" / "New database pictures" / kind
        for stem in stems:
            fake_image(folder / f"{stem}.BMP", (50, 40))
            fake_mask(
                folder / f"{stem}-d.bmp",
                (50, 40),
                {DARK_BLUE: (8, 8, 42, 34), LIGHT_BLUE: (20, 16, 30, 26)},
                background=RED,
            )
