"""COVIDx, two classes: four blank-separated columns, two images of a patient, three list files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=4,
    splits={"test": 1, "train": 3, "val": 1},
    annotations={"class": 5},
    names=("COVID-19",),
)
RSNA = "00000000-36f6-443f-92f9-b4ce35620cb7"
LISTS = {
    "train": """\
379 1e64990d1b40c1758a2aaa9c7f7a85_jumbo.jpeg negative cohen
3 SARS-10.1148rg.242035193-g04mr34g0-Fig8a-day0.jpeg positive cohen
3 SARS-10.1148rg.242035193-g04mr34g0-Fig8b-day5.jpeg positive cohen
""",
    "val": "COVID-00003a MIDRC-RICORD-1C-419639-000082-46647-0.png positive ricord\n",
    "test": f"{RSNA} {RSNA}.png negative rsna\n",
}


def make(root: Path) -> None:
    for split, text in LISTS.items():
        write_text(root / f"{split}.txt", text)
        for line in text.splitlines():
            fake_image(root / split / line.split()[1], (60, 56), mode="L")
