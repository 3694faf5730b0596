"""webMedQA: Chinese health questions of Baidu Doctor and 120Ask with one good answer of five.

A row is an answer: label 1 is the right one, 0 a random answer to another question, and those rows
are dropped. The text is tokenised by blanks in no copy that was seen. The page names the files
medQA_train.txt, loaders medQA.train.txt: both are read. No header, columns in loader order.
"""

from gmai_data import NO_SUBJECT, QA, First, Source, Table, Term

SOURCE = Source(
    name="webmedqa",
    title="webMedQA",
    version="1.0.0",
    homepage="https://github.com/hejunqing/webMedQA",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("test",),
    language="zh",
    cite="He et al., Applying deep matching networks to Chinese medical QA, BMC 2019",
    cases=Table(
        First(
            "{set:train|valid|test}.zip!medQA.{set}.txt",
            "{set:train|valid|test}.zip!medQA_{set}.txt",
        ),
        sep="\t",
        header=("department", "label", "question_id", "question", "answer"),
        key="{question_id}",
        where={"label": "1"},
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}", language="zh")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/webMedQA.md",
        'public loader code (search for "medQA.train.txt"): columns, label 1',
    ),
    verified="loader",
)
