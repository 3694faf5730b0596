"""PSI-AVA-VQA: a table per kind of question, image, question and answer behind bars."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=3, subjects=2, splits={"train": 2, "val": 1}, annotations={"qa": 6})


def make(root: Path) -> None:
    top = root / "PSI-AVA-VQA"
    location = "What is the location of the bipolar forceps?"
    phase = "What is the phase?"
    step = "What is the step?"
    write_text(
        top / "Train/C1_location.txt",
        f"CASE001/00035.jpg|{location}|top left\nCASE001/00070.jpg|{location}|bottom right\n",
    )
    write_text(top / "Train/C2_action.txt", "")
    write_text(top / "Train/C3_phase.txt", f"CASE001/00035.jpg|{phase}|LPAI\n\n")
    write_text(top / "Train/C4_step.txt", f"CASE001/00070.jpg|{step}|Corte\n")
    write_text(top / "Val/C1_location.txt", f"CASE002/00035.jpg|{location}|top right\n")
    write_text(top / "Val/C2_action.txt", "")
    write_text(top / "Val/C3_phase.txt", "")
    write_text(top / "Val/C4_step.txt", f"CASE002/00035.jpg|{step}|Succion\n")
    for name in ("CASE001/00035", "CASE001/00070", "CASE002/00035"):
        fake_image(top / f"keyframes/{name}.jpg", seed=name)
    fake_image(top / "keyframes/._CASE001.jpg")
