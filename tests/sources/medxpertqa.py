from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Questions about several pictures need them all and are left out; the text part has no picture.
EXPECTED = Expected(cases=4, subjects=4, annotations={"qa": 4})


def row(key: str, question: str, label: str, *options: str, **more: object) -> dict[str, object]:
    letters = dict(zip("ABCDEFGHIJ", options, strict=False))
    shown = " ".join(f"({k}) {v}" for k, v in letters.items())
    return {
        "id": key, "question": f"{question}\nAnswer Choices: {shown}", "options": letters,
        "label": label, **more, "medical_task": "Diagnosis", "body_system": "Cardiovascular",
        "question_type": "Reasoning",
    }  # fmt: skip


def make(root: Path) -> None:
    five = ("Aortic stenosis", "Aortic dissection", "Mitral regurgitation", "Pericarditis", "PE")
    ten = (*five, "Myocarditis", "Sarcoidosis", "Amyloidosis", "Beriberi", "Endocarditis")
    write_json(
        root / "MM/dev.jsonl",
        [row("MM-0", "What does the radiograph show?", "B", *five, images=["MM-0-a.jpeg"])],
        lines=True,
    )
    write_json(
        root / "MM/test.jsonl",
        [
            row("MM-26", "Which is likeliest?", "D", *five, images=["MM-26-a.jpeg"]),
            row("MM-27", "Compare both.", "A", *five, images=["MM-27-a.jpeg", "MM-27-b.png"]),
        ],
        lines=True,
    )
    write_json(
        root / "Text/dev.jsonl", [row("Text-0", "A man faints on exertion.", "A", *ten)], lines=True
    )
    write_json(
        root / "Text/test.jsonl", [row("Text-1", "A woman has fever.", "J", *ten)], lines=True
    )
    for name in ("MM-0-a.jpeg", "MM-26-a.jpeg", "MM-27-a.jpeg", "MM-27-b.png"):
        fake_image(root / f"images/{name}")
