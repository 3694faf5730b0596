"""MEDIQA 2019, task 3: consumer health questions with answers that experts graded.

The grade is the answer's, so a case is an answer; only 3 (correct, incomplete) and 4 (excellent)
are read. The first training set is the TREC LiveQA 2017 test set, a benchmark of its own.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="mediqa-2019-qa",
    title="MEDIQA 2019 question answering",
    version="1.0.0",
    homepage="https://sites.google.com/view/mediqa2019",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("test",),
    cite="Ben Abacha et al., Overview of the MEDIQA 2019 shared task, BioNLP 2019",
    cases=Records(
        "MEDIQA_Task3_QA/MEDIQA2019-Task3-QA-{set}.xml",
        each="Question/AnswerList/Answer",
        key="{set} {@AID}",
        where={"@ReferenceScore": ("3", "4")},
    ),
    subject=NO_SUBJECT,
    split=Term(
        "{set}",
        {
            "TrainingSet1-LiveQAMed": "test",
            "TrainingSet2-Alexa": "train",
            "ValidationSet": "val",
            "TestSet-wLabels": "test",
        },
    ),
    labels=[QA("{QuestionText}", answer="{AnswerText}")],
    evidence=(
        "https://github.com/bigscience-workshop/biomedical mediqa_qa.py",
        "https://github.com/abachaa/MEDIQA2019",
    ),
    verified="loader",
)
