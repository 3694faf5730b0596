"""HEAD-QA, English: examinations for specialised posts in the Spanish health system.

Exams are an object keyed by their name and `ra` counts from 1. Questions that need a picture
(`image` is not empty) are dropped. Older exams have five options, newer ones four. The English is
a machine translation of the Spanish. Not in the catalogue.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="headqa",
    title="HEAD-QA (English)",
    version="1.0.0",
    homepage="https://aghie.github.io/head-qa/",
    license="MIT",
    access="open",
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Vilares and Gómez-Rodríguez, HEAD-QA: a healthcare dataset, ACL 2019",
    cases=Records(
        "HEAD_EN/{set:train|dev|test}_HEAD_EN.json",
        each="exams/{exam}/data/*",
        key="{exam} {qid}",
        where={"image": ""},
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "test": "test"}),
    labels=[
        QA(
            "{qtext}",
            choices=(
                "{answers/0/atext}", "{answers/1/atext}", "{answers/2/atext}",
                "{answers/3/atext}", "{answers/4/atext}",
            ),
            index="{ra}",
            base=1,
        )
    ],
    evidence=("https://github.com/bigscience-workshop/biomedical head_qa.py",),
    verified="loader",
)  # fmt: skip
