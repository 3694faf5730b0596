"""CMExam: questions of the Chinese national medical licensing examination with explanations.

`Options` is one cell with a line per option. About 3 % of the questions have several correct
letters ("ABD"); they are dropped, because a letter stands for one option here. The file for test
has more columns than the other two.
"""

from gmai_data import NO_SUBJECT, QA, Source, Table, Term

SOURCE = Source(
    name="cmexam",
    title="CMExam",
    version="1.0.0",
    homepage="https://github.com/williamliujl/CMExam",
    license="Apache-2.0",
    access="open",
    benchmark=("test",),
    language="zh",
    cite="Liu et al., Benchmarking large language models on CMExam, NeurIPS 2023",
    cases=Table(
        "data/{set:train|val|test_with_annotations}.csv",
        key="{set} {Question}",
        parse={
            "Options": (
                "A {a:text}\nB {b:text}\nC {c:text}\nD {d:text}\nE {e:text}",
                "A {a:text}\nB {b:text}\nC {c:text}\nD {d:text}",
                "{odd:text}",
            )
        },
        where={"Answer": "[A-E]", "a": "(?s).+"},
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "val": "val", "test_with_annotations": "test"}),
    labels=[
        QA(
            "{Question}",
            choices=("{a}", "{b}", "{c}", "{d}", "{e}"),
            letter="{Answer}",
            explanation="{Explanation}",
            language="zh",
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CMExam.md",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/CMExam/CMExam.py",
    ),
    verified="loader",
)
