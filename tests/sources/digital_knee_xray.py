"""Digital knee X-rays: two experts' trees of the same images under names that hold the grade.

An image that the experts grade apart has two names, so the trees cannot be joined by name: one of
them is the set.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"class": 3},
    names=("Kellgren-Lawrence grade 0", "Kellgren-Lawrence grade 2", "Kellgren-Lawrence grade 4"),
)


def make(root: Path) -> None:
    size = (75, 41)
    for folder, name in (("0Normal", "NormalG0 (1)"), ("2Mild", "MildG2 (1)"),
                         ("4Severe", "SevereG4 (1)")):  # fmt: skip
        fake_image(root / "MedicalExpert-I" / folder / f"{name}.png", size, mode="L", seed=name)
    for folder, name, same in (("0Normal", "NormalG0 (1)", "NormalG0 (1)"),
                               ("1Doubtful", "DoubtfulG1 (1)", "MildG2 (1)"),
                               ("4Severe", "SevereG4 (1)", "SevereG4 (1)")):  # fmt: skip
        fake_image(root / "MedicalExpert-II" / folder / f"{name}.png", size, mode="L", seed=same)
