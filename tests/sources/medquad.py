from pathlib import Path

from gmai_data.testing import Expected, write_text

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    def document(folder: str, name: str, focus: str, pairs: list[tuple[str, str, str]]) -> None:
        body = "".join(
            f'    <QAPair pid="{k}">\n      <Question qid="{name}-{k}" qtype="{kind}">{question}'
            f"</Question>\n      <Answer>{answer}</Answer>\n    </QAPair>\n"
            for k, (kind, question, answer) in enumerate(pairs, 1)
        )
        write_text(
            root / folder / f"{name}.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Document id="{name}" source="NIH" '
            f'url="https://example.org/{name}">\n  <Focus>{focus}</Focus>\n  <FocusAnnotations>\n'
            "    <UMLS><CUIs><CUI>C0000001</CUI></CUIs></UMLS>\n  </FocusAnnotations>\n"
            f"  <QAPairs>\n{body}  </QAPairs>\n</Document>\n",
        )

    document(
        "1_CancerGov_QA", "0000001_1", "Gastric Cancer",
        [
            ("information", "What is gastric cancer ?", "Cancer that forms in the stomach.\n\n"
             "Most begin in the lining &amp; grow outwards."),
            ("treatment", "How is gastric cancer treated ?", "Surgery, chemotherapy or both."),
        ],
    )  # fmt: skip
    document(
        "9_CDC_QA", "0000002", "Influenza",
        [("prevention", "How to prevent Influenza ?", "A yearly vaccine is the best protection.")],
    )  # fmt: skip
    document("10_MPlus_ADAM_QA", "0000003", "Asthma", [("symptoms", "What is asthma ?", "")])
