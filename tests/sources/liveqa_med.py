from pathlib import Path

from gmai_data.testing import Expected, write_text

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    def question(number: str, subject: str, message: str, answers: list[str]) -> str:
        found = "".join(
            f'<ANSWER answerid="{number}-S1-A{k}" pairid="{number}{k}">{text}</ANSWER>'
            for k, text in enumerate(answers, 1)
        )
        return (
            f'<NLM-QUESTION questionid="{number}" fRef="x"><SUBJECT>{subject}</SUBJECT><MESSAGE>'
            f'{message}</MESSAGE><SUB-QUESTIONS><SUB-QUESTION subqid="{number}-S1"><ANNOTATIONS>'
            '<FOCUS fid="F1" fcategory="Problem">asthma</FOCUS><TYPE tid="T1">treatment</TYPE>'
            f"</ANNOTATIONS><ANSWERS>{found}</ANSWERS></SUB-QUESTION></SUB-QUESTIONS>"
            "</NLM-QUESTION>\n"
        )

    top = root / "TrainingDatasets"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<NLM-QUESTIONS>\n'
    write_text(
        top / "TREC-2017-LiveQA-Medical-Train-1.xml",
        head
        + question("Q1", "inhaler", "Can I use my inhaler twice a day?",
                   ["Follow your plan.", "A controller inhaler is often used twice a day."])
        + "</NLM-QUESTIONS>",
    )  # fmt: skip
    write_text(
        top / "TREC-2017-LiveQA-Medical-Train-2.xml",
        head + question("Q2", "What is sarcoidosis?", "", ["Growth of granulomas in organs."])
        + "</NLM-QUESTIONS>",
    )  # fmt: skip
