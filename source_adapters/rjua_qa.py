"""RJUA-QA: Chinese questions of urology with evidence from guidelines and an expert's answer.

Doctors of one hospital wrote the patients; none is real. The files are JSON lines, though their
name ends in .json. The reference text is the question's context, and at times holds passages on
other diseases, put in on purpose; the fields of disease and advice repeat what the answer says and
are not read. Results are reported on the test file.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="rjua-qa",
    title="RJUA-QA",
    version="1.0.0",
    homepage="https://github.com/alipay/RJU_Ant_QA",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    language="zh",
    department="Urology",
    cite="Lyu et al., RJUA-QA: a comprehensive QA dataset for urology, 2023",
    cases=Records("RJUA_{set:train|valid|test}.json", lines=True, key="{set} {id}"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}", context="{context}", language="zh")],
    evidence=(
        "https://github.com/alipay/RJU_Ant_QA README and LICENSE",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/RJUA-QA.md",
        'public code search for "RJUA_train.json", read line by line',
    ),
    verified="loader",
)
