"""TB chest X-ray database: two class folders and two spreadsheets that list the files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(
    cases=5,
    subjects=5,
    annotations={"class": 5},
    names=("pulmonary tuberculosis", "normal chest radiograph"),
)


def make(root: Path) -> None:
    top = root / "TB_Chest_Radiography_Database"
    for kind, count in (("Normal", 3), ("Tuberculosis", 2)):
        names = [f"{kind}-{n}" for n in range(1, count + 1)]
        for name in names:
            fake_image(top / kind / f"{name}.png", (60, 60), mode="L")
        rows = [[name.upper(), "PNG", "512*512", "https://example.org"] for name in names]
        write_xlsx(top / f"{kind}.metadata.xlsx", ["FILE NAME", "FORMAT", "SIZE", "URL"], rows)
    (top / "README.md.txt").write_text("cite the paper\n", encoding="utf-8")
