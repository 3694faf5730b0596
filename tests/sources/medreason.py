from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=2, subjects=2, splits={"train": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    def row(name: str, number: int, question: str, answer: str, options: str) -> dict[str, object]:
        return {
            "dataset_name": name, "id_in_dataset": number, "question": question, "answer": answer,
            "reasoning": "Finding reasoning paths:\n1. Iron -> haemoglobin", "options": options,
        }  # fmt: skip

    write_json(
        root / "ours_quality_33000.jsonl",
        [
            row("medmcqa", 7, "Koilonychia is seen in deficiency of?", "Iron. Explanation: nails.",
                "Answer Choices:\nA. Iron\nB. Zinc\nC. Copper\nD. Iodine"),
            row("huatuo", 9, "Which ion is lost in vomiting?", "Chloride.", ""),
            row("MedXpertQA", 3, "A hard question?", "A secret.", ""),
            row("LastHumanity", 1, "A harder question?", "A secret.", ""),
        ],
        lines=True,
    )  # fmt: skip
