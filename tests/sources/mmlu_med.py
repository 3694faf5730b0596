"""MMLU, medical subjects: a folder for each, answers from 0; dev is no training data."""

from pathlib import Path

from gmai_data.testing import Expected, write_parquet

EXPECTED = Expected(cases=4, subjects=4, splits={"test": 2, "val": 2}, annotations={"qa": 4})


def make(root: Path) -> None:
    def row(subject: str, question: str, answer: int, *choices: str) -> dict[str, object]:
        return {"question": question, "subject": subject, "choices": list(choices),
                "answer": answer}  # fmt: skip

    shard = "00000-of-00001.parquet"
    nerves = ("Abducens", "Trochlear", "Oculomotor", "Facial")
    write_parquet(
        root / f"anatomy/test-{shard}",
        [row("anatomy", "Which nerve moves the lateral rectus?", 0, *nerves)],
    )
    write_parquet(
        root / f"anatomy/dev-{shard}",
        [row("anatomy", "Which nerve moves the superior oblique?", 1, *nerves)],
    )
    write_parquet(
        root / f"professional_medicine/test-{shard}",
        [row("professional_medicine", "Which drug, of these, reverses heparin?", 3, "Naloxone",
             "Vitamin K", "Flumazenil", "Protamine")],
    )  # fmt: skip
    write_parquet(
        root / f"professional_medicine/validation-{shard}",
        [row("professional_medicine", "Which is a loop diuretic?", 2, "Amiloride", "Mannitol",
             "Furosemide", "Thiazide")],
    )  # fmt: skip
    write_parquet(
        root / f"astronomy/test-{shard}",
        [row("astronomy", "Which planet is the largest?", 0, "Jupiter", "Mars", "Venus", "Earth")],
    )
    write_parquet(
        root / f"auxiliary_train/train-{shard}",
        [row("", "Unrelated question of another test?", 0, "One", "Two", "Three", "Four")],
    )
