from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 2})


def make(root: Path) -> None:
    pairs = [
        ("What is the relationship between low albumin and oedema?",
         "Low albumin lowers oncotic pressure, so fluid leaves the vessels."),
        ("Which cells make surfactant?", "Type II pneumocytes."),
        ("", ""),
    ]  # fmt: skip
    write_json(
        root / "medical_meadow_wikidoc_medical_flashcards.json",
        [
            {"instruction": "Answer this question truthfully", "input": question, "output": answer}
            for question, answer in pairs
        ],
    )
