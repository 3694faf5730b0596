from pathlib import Path

from gmai_data.testing import Expected, write_text

EXPECTED = Expected(
    cases=5, subjects=5, splits={"test": 2, "train": 2, "val": 1}, annotations={"qa": 5}
)


def make(root: Path) -> None:
    def document(name: str, question: str, answers: list[tuple[str, int, str]]) -> None:
        body = "".join(
            f'      <Answer AID="{aid}" SystemRank="{rank}" ReferenceRank="{rank}" '
            f'ReferenceScore="{score}">\n        <AnswerURL>https://example.org/{aid}</AnswerURL>\n'
            f"        <AnswerText>{text}</AnswerText>\n      </Answer>\n"
            for rank, (aid, score, text) in enumerate(answers, 1)
        )
        write_text(
            root / f"MEDIQA_Task3_QA/MEDIQA2019-Task3-QA-{name}.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>\n<MEDIQA2019-Task3-QA-{name}>\n'
            f'  <Question QID="{answers[0][0].split("_")[0]}">\n'
            f"    <QuestionText>{question}</QuestionText>\n    <AnswerList>\n{body}"
            f"    </AnswerList>\n  </Question>\n</MEDIQA2019-Task3-QA-{name}>\n",
        )

    document(
        "TrainingSet1-LiveQAMed", "can i take ibuprofen with blood thinners",
        [("1_Answer1", 4, "Ibuprofen raises bleeding risk."), ("1_Answer2", 1, "See a map.")],
    )  # fmt: skip
    document(
        "TrainingSet2-Alexa", "what is gout",
        [
            ("2_Answer1", 4, "Gout is arthritis from uric acid crystals."),
            ("2_Answer2", 3, "A disease of the joints."),
            ("2_Answer3", 2, "A large joint is the knee."),
        ],
    )  # fmt: skip
    document("ValidationSet", "how to treat uveitis", [("3_Answer1", 3, "Steroid eye drops.")])
    document("TestSet-wLabels", "what causes hiccups", [("4_Answer1", 4, "Diaphragm spasms.")])
