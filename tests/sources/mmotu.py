"""MMOTU: JPG images, two masks per stem, classes in `<file>  <class>` lists, a contrast part."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"train": 2, "val": 1},
    names=("ovarian endometrioma", "normal ovary", "ovarian teratoma"),
)
COLOURS = (
    (64, 0, 0), (0, 64, 0), (0, 0, 64), (64, 0, 64), (64, 64, 0), (64, 64, 64), (0, 128, 0),
    (0, 0, 128),
)  # fmt: skip
LISTS = {"train": (("1", 0), ("10", 5)), "val": (("2", 2),)}


def _picture(top: Path, name: str, kind: int) -> None:
    fake_image(top / "images" / f"{name}.JPG", (88, 64))
    box = (20, 16, 60, 50)
    fake_mask(top / "annotations" / f"{name}.PNG", (88, 64), {COLOURS[kind]: box})
    fake_mask(top / "annotations" / f"{name}_binary.PNG", (88, 64), {255: box})


def make(root: Path) -> None:
    for part, lists in (("OTU_2d", LISTS), ("OTU_CEUS", {"train": (), "val": (("3", 6),)})):
        top = root / part
        for split, rows in lists.items():
            write_text(top / f"{split}.txt", "".join(f"{name}\n" for name, _ in rows))
            text = "".join(f"{name}.JPG  {kind}\n" for name, kind in rows)
            write_text(top / f"{split}_cls.txt", text)
            for name, kind in rows:
                _picture(top, name, kind)
