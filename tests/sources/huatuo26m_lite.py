from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    rows = [
        (
            "眼耳鼻喉科",
            "鼻炎反复发作怎么办？",
            "建议明确过敏原，必要时使用鼻用激素。",
            "过敏性鼻炎",
        ),
        ("内科", "空腹血糖6.5正常吗？", "空腹血糖6.5 mmol/L属于空腹血糖受损，应复查。", "糖尿病"),
        (
            "皮肤科",
            "带状疱疹会传染吗？",
            "水疱液含有病毒，可使未患过水痘的人感染水痘。",
            "带状疱疹",
        ),
    ]
    write_json(
        root / "format_data.jsonl",
        [
            {
                "id": k, "question": question, "answer": answer, "score": 5, "label": label,
                "related_diseases": disease,
            }
            for k, (label, question, answer, disease) in enumerate(rows, 1)
        ],
        lines=True,
    )  # fmt: skip
