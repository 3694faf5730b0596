"""cMedQA2: Chinese health forum questions with the answers doctors gave.

Both tables call their text `content`. The split is the list a question occurs in (train lists name
a question once per negative answer), and the answer table alone says what answers it.
"""

from gmai_data import NO_SUBJECT, QA, UNKNOWN, Source, Table, Term

SOURCE = Source(
    name="cmedqa2",
    title="cMedQA2",
    version="1.0.0",
    homepage="https://github.com/zhangsheng93/cMedQA2",
    license="LicenseRef-cMedQA2-non-commercial",
    access="open",
    commercial=False,
    benchmark=("test",),
    language="zh",
    cite="Zhang et al., Multi-scale attentive interaction networks, IEEE Access 2018",
    cases=Table("question.zip!question.csv", key="{question_id}"),
    join=[
        Table(
            "{set:train|dev|test}_candidates.zip!{set}_candidates.txt",
            sep=",",
            on="question_id",
            optional=True,
        )
    ],
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "test": "test", None: "train"}),
    labels=[
        QA(
            "{content}",
            answer="{answer.content}",
            language="zh",
            table=Table("answer.zip!answer.csv", alias="answer", on="question_id"),
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhangsheng93/cMedQA2",
        'public code search for "train_candidates.txt"',
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/cMedQA.md",
    ),
    verified="loader",
)
