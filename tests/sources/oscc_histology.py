"""Oral histology: two sets at two magnifications, blanks in folder names, class in the name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=5,
    annotations={"class": 5, "value": 5},
    names=("oral squamous cell carcinoma", "normal oral epithelium"),
)


def make(root: Path) -> None:
    for folder, mag, kinds in (("First Set", "100x", (1, 2)), ("Second Set", "400x", (1, 1))):
        for kind, count in zip(("Normal", "OSCC"), kinds, strict=True):
            of = "Normal Oral Cavity" if kind == "Normal" else "OSCC"
            where = root / folder / f"{mag} {of} Histopathological Images"
            for n in range(1, count + 1):
                fake_image(where / f"{kind}_{mag}_{n}.jpg", (64, 48))
