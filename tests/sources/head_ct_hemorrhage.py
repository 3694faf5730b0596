"""Head CT hemorrhage: a blank before the column's name, ids without the zeros of the files."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=("intracranial haemorrhage",),
    absent=("intracranial haemorrhage",),
)


def make(root: Path) -> None:
    lines = ["id, hemorrhage\n"]
    for n, ill in ((0, 1), (99, 1), (100, 0), (199, 0)):
        fake_image(root / "head_ct" / "head_ct" / f"{n:03d}.png", (50, 60))
        lines.append(f"{n},{ill}\n")
    write_text(root / "labels.csv", "".join(lines))
