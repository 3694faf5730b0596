from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=2, subjects=2, splits={"test": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    pairs = [
        (
            "Hello doctor, I sprained my ankle yesterday. Can I walk on it?",
            "Hello. Rest it for two days. If you cannot bear weight, you need a radiograph.",
        ),
        ("Hi doctor, is a pulse of 55 normal?", "Hi. In a fit adult a pulse of 55 is normal."),
    ]
    write_json(
        root / "iCliniq-10k.json",
        [
            {
                "input": question, "answer_icliniq": answer,
                "answer_chatgpt": "A model wrote this.", "answer_chatdoctor": "Another model did.",
            }
            for question, answer in pairs
        ],
    )  # fmt: skip
