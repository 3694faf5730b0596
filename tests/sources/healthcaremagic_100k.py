from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3})

INSTRUCTION = (
    "If you are a doctor, please answer the medical questions based on the patient's description."
)


def make(root: Path) -> None:
    pairs = [
        (
            "I have had a dry cough for two weeks after a cold. Should I worry?",
            "Hi, a cough may last three weeks after a viral infection. See a doctor if feverish.",
        ),
        (
            "My son is 3 years old and has a rash on both cheeks, what can it be?",
            "Thanks for your question on Chat Doctor. It may be erythema infectiosum.",
        ),
        ("How much water should I drink with kidney stones?", "Aim for 2.5 litres of urine a day."),
    ]
    write_json(
        root / "HealthCareMagic-100k.json",
        [{"instruction": INSTRUCTION, "input": a, "output": b} for a, b in pairs],
    )
