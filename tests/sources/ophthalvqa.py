from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

# All of it is evaluation. Columns of the table are from memory.
EXPECTED = Expected(cases=2, subjects=2, splits={"test": 2}, annotations={"qa": 4})


def make(root: Path) -> None:
    rows = []
    for number, kind in (("1", "Fundus photography"), ("2", "Fluorescein angiography")):
        fake_image(root / f"{number}.jpg")
        rows += [
            (f"{number}.jpg", kind, "What examination is this?", kind),
            (f"{number}.jpg", kind, "Is the macula normal?", "No, there is an oedema."),
        ]
    write_table(root / "OphthalVQA.csv", ["Image", "Modality", "Question", "Answer"], rows)
