"""MMMU, Health and Medicine: examination questions of five subjects, a benchmark as a whole.

Options are a Python list in a cell; the answer is a letter, or text for open questions. A question
with a second picture (`<image 2>`), or with pictures as options, needs several pictures at once
and is left out. Answers of the test part are hidden, so it is not read.
"""

from gmai_data import NO_SUBJECT, QA, Inline, Source, Table

SOURCE = Source(
    name="mmmu-med",
    title="MMMU (Health and Medicine)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/MMMU/MMMU",
    license="Apache-2.0",
    access="open",
    benchmark=("test",),
    cite="Yue et al., MMMU: a massive multi-discipline multimodal understanding benchmark, CVPR 2024",
    cases=Table(
        "{subject:Basic_Medical_Science|Clinical_Medicine|Diagnostics_and_Laboratory_Medicine|"
        "Pharmacy|Public_Health}/{set:dev|validation}-*.parquet",
        image=Inline("{image_1}", encoding="bytes"),
        key="{id}",
        where={
            "question": r"(?s)(?!.*<image [2-7]>).*",
            "options": r"(?s)(?!.*<image ).*",
        },
        parse={"question": ("<image 1>{stem:text}", "{stem:text}<image 1>", "{stem:text}")},
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
