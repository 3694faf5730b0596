"""A fake release in the layout of the real one, and what the source must find in it."""

from pathlib import Path

from gmai_data_my_ultrasound.my_ultrasound import SOURCE

from gmai_data.testing import Expected, check_source, fake_image, fake_mask, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    annotations={"class": 4, "mask": 4},
    names=("benign tumour", "malignant tumour", "breast mass"),
)


def make(root: Path) -> None:
    """Write the fewest files that show every part of the layout, with invented contents."""
    rows = []
    for n in range(1, 5):
        kind = "benign" if n % 2 else "malignant"
        fake_image(root / f"images/{kind}/{n:03d}.png", (160, 120), mode="L")
        fake_mask(root / f"masks/{n:03d}.png", (160, 120), {255: (30, 20, 100, 90)})
        rows.append([f"{n:03d}", f"P{(n + 1) // 2}"])
    write_table(root / "patients.csv", ["image", "patient"], rows)


def test_the_source_finds_what_its_fake_release_holds(tmp_path: Path) -> None:
    check_source(SOURCE, make, EXPECTED, tmp_path / SOURCE.name)
