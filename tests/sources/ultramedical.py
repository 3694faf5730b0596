"""UltraMedical: conversations of two turns in parquet shards."""

from pathlib import Path

from gmai_data.testing import Expected, write_parquet

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"dialogue": 3})


def make(root: Path) -> None:
    def row(name: str, kind: str, asked: str, answer: str) -> dict[str, object]:
        return {
            "id": name, "type": kind, "answer": "A" if kind == "Exam" else "",
            "conversations": [
                {"from": "human", "value": asked}, {"from": "gpt", "value": answer},
            ],
            "score": "" if kind == "Exam" else "4",
        }  # fmt: skip

    write_parquet(
        root / "data/train-00000-of-00002.parquet",
        [
            row("MedQA,0", "Exam", "Which vitamin deficiency causes scurvy?\nA. C\nB. D",
                "Scurvy is a lack of ascorbic acid. The answer is A."),
            row("TextBookQA,First_Aid_Step2_7", "Exam",
                "Which valve lies between the left chambers?\nA. Mitral\nB. Aortic",
                "It is the mitral valve. The answer is A."),
        ],
    )  # fmt: skip
    write_parquet(
        root / "data/train-00001-of-00002.parquet",
        [row("WikiInstruct,12", "Open-End", "Explain the cause of gout.",
             "Gout is caused by crystals of urate in joints.")],
    )  # fmt: skip
