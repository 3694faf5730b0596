from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(question: str, thought: str, response: str) -> dict[str, str]:
        return {"Question": question, "Complex_CoT": thought, "Response": response}

    write_json(
        root / "medical_o1_sft.json",
        [
            row(
                "A man has sudden flank pain and microscopic haematuria. What is the likely cause?",
                "Flank pain that comes suddenly, with blood in the urine. Think of the ureter.",
                "A ureteric stone is the most likely cause.",
            ),
            row("Which nerve is at risk in a mid-shaft fracture of the humerus?",
                "The spiral groove holds the radial nerve.", "The radial nerve."),
        ],
    )  # fmt: skip
    write_json(
        root / "medical_o1_sft_Chinese.json",
        [row("长期饮酒者出现眼肌麻痹和共济失调，缺乏什么？", "想到韦尼克脑病。", "维生素B1缺乏。")],
    )
    write_json(root / "medical_o1_sft_mix.json", [row("What is 2 + 2?", "Add.", "4")])
