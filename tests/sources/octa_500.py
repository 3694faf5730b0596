"""OCTA-500: six projections of an eye, label maps by number, a spreadsheet per field of view.

6 mm has the numbers from 10001, 3 mm those from 10301.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_xlsx

EXPECTED = Expected(
    cases=3,
    subjects=3,
    names=("age-related macular degeneration", "normal retina"),
)
HEADER = ["ID", "Sex", "OS/OD", "Age", "Disease"]
EYES = {
    "6mm": [[10001, "F", "OD", 65, "AMD"], [10002, "M", "OS", 40, "OTHERS"]],
    "3mm": [[10301, "F", "OD", 33, "NORMAL"]],
}
MAPS = ("FULL", "ILM_OPL", "OPL_BM")


def make(root: Path) -> None:
    for field, rows in EYES.items():
        top = root / f"OCTA_{field}"
        size = (400, 400) if field == "6mm" else (304, 304)
        write_xlsx(top / "Text labels.xlsx", HEADER, rows)
        for row in rows:
            number = row[0]
            for kind in ("OCT", "OCTA"):
                for name in MAPS:
                    path = top / "Projection Maps" / f"{kind}({name})" / f"{number}.bmp"
                    fake_image(path, size, mode="L", seed=f"{number}{kind}{name}")
                for k in (1, 2):
                    path = top / kind / str(number) / f"{k}.bmp"
                    fake_image(path, (size[0], 640), mode="L", seed=f"{number}{kind}{k}")
            for name, box in (
                ("LargeVessel", (20, 40, 200, 52)), ("Artery", (20, 40, 200, 44)),
                ("Vein", (20, 48, 200, 52)), ("Capillary", (10, 20, 260, 120)),
                ("FAZ", (130, 130, 170, 170)),
            ):  # fmt: skip
                folder = root / "Label" / f"GT_{name}"
                fake_mask(folder / f"{number}.bmp", size, {255: box})
            combined = {1: (10, 20, 260, 120), 2: (20, 40, 200, 44), 3: (20, 48, 200, 52),
                        4: (130, 130, 170, 170)}  # fmt: skip
            fake_mask(root / "Label" / "GT_CAVF" / f"{number}.bmp", size, combined)
