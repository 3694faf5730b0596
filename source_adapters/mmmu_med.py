"""MMMU, Health and Medicine: examination questions of five subjects, a benchmark as a whole.

Options are a Python list in a cell; the answer is a letter, or text for open questions. A question
with a second picture (`<image 2>`), or with pictures as options, needs several pictures at once
and is left out. Answers of the test part are hidden, so it is not read.
"""

from collections.abc import Mapping

from gmai_data import NO_SUBJECT, QA, Inline, Source, Table


def stem(row: Mapping[str, str]) -> str:
    """The question without the mark that says where the picture goes."""
    text = row["question"].strip().removeprefix("<image 1>").removesuffix("<image 1>").strip()
    return text.replace("<image 1>", "the image")


SOURCE = Source(
    name="mmmu-med",
    title="MMMU (Health and Medicine)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/MMMU/MMMU",
    license="Apache-2.0",
    access="open",
    benchmark=("test",),
    cite="Yue et al., MMMU: a massive multi-discipline multimodal benchmark, CVPR 2024",
    cases=Table(
        "{subject:Basic_Medical_Science|Clinical_Medicine|Diagnostics_and_Laboratory_Medicine|"
        "Pharmacy|Public_Health}/{set:dev|validation}-*.parquet",
        image=Inline("{image_1}", encoding="bytes"),
        key="{id}",
        where={
            "question": r"(?s)(?!.*<image [2-7]>).*",
            "options": r"(?s)(?!.*<image ).*",
        },
        derive={"stem": stem},
    ),
    subject=NO_SUBJECT,
    split="test",
    labels=[
        QA(
            "{stem}",
            choices="{options}",
            letter="{answer}",
            where={"question_type": "multiple-choice"},
        ),
        QA("{stem}", answer="{answer}", where={"question_type": "open"}),
    ],
    evidence=(
        "https://huggingface.co/datasets/MMMU/MMMU",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/MMMU",
    ),
    verified="loader",
)
