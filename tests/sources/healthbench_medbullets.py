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
        header = ["link", "question", *(f"op{x}" for x in letters), "answer_idx", "answer",
                  "explanation"]  # fmt: skip
        found = []
        for question, *options, letter in rows:
            answer = options["ABCDE".index(letter)]
            text = f"{answer} is right, because of the presentation.\n\nOthers are not."
            found.append(["https://step2.medbullets.example/1", question, *options[:count], letter,
                          answer, text])  # fmt: skip
        write_table(root / f"medbullets/medbullets_op{count}.csv", header, found)
