"""Medbullets: the same questions with four and with five options."""

from pathlib import Path

from gmai_data.testing import Expected, write_table

EXPECTED = Expected(cases=2, subjects=2, splits={"test": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    rows = [
        ("A 24-year-old man has urethral discharge, conjunctivitis and arthritis. Which gene is "
         "associated?", "HLA-B27", "HLA-DR3", "HLA-B8", "HLA-DR4", "HLA-A3", "A"),
        ("A 60-year-old woman has pain, swelling and warmth of the calf. What is the next step?",
         "D-dimer", "Venography", "Ultrasound", "Observation", "MRI", "C"),
    ]  # fmt: skip
    for count in (4, 5):
        letters = "abcde"[:count]
        header = ["", "question", "answer", *(f"op{x}" for x in letters), "answer_idx",
                  "explanation", "link"]  # fmt: skip
        found = []
        for number, (question, *options, letter) in enumerate(rows):
            answer = options["ABCDE".index(letter)]
            text = f"{answer} is right, because of the presentation."
            found.append([number, question, answer, *options[:count], letter, text,
                          "https://step2.medbullets.example/1"])  # fmt: skip
        write_table(root / f"medbullets/medbullets_op{count}.csv", header, found)
