"""LAG: attention maps under the names of the images, a text file for each."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=3, subjects=3)


def make(root: Path) -> None:
    top = root / "LAG"
    for folder, name, label in (
        ("non_glaucoma", "0001", 0),
        ("non_glaucoma", "0002", 0),
        ("suspicious_glaucoma", "0001", 1),
    ):
        fake_image(top / folder / "image" / f"{name}.jpg", (60, 60), seed=folder + name)
        fake_image(top / folder / "attention_map" / f"{name}.jpg", (60, 60), mode="L")
        write_text(top / folder / "label" / f"{name}.txt", f"{label}\n")
