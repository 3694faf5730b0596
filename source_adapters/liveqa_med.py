"""TREC 2017 LiveQA, medical task: consumer health questions to the NLM with reference answers.

A case is an answer; a question (`MESSAGE`) may hold several sub-questions with several answers
each. The test XML nests `Original-Question` in two forms and is a benchmark: it is not read. The
message can be empty, then the subject line is the question.
"""

from gmai_data import NO_SUBJECT, QA, First, Records, Source

SOURCE = Source(
    name="liveqa-med",
    title="LiveQA-Med TREC 2017 (training sets)",
    version="1.0.0",
    homepage="https://github.com/abachaa/LiveQA_MedicalTask_TREC2017",
    license="LicenseRef-not-stated",
    access="open",
    cite="Ben Abacha et al., Overview of the medical question answering task at TREC 2017 LiveQA",
    cases=Records(
        "TrainingDatasets/TREC-2017-LiveQA-Medical-Train-{part:d}.xml",
        each="NLM-QUESTION/SUB-QUESTIONS/SUB-QUESTION/ANSWERS/ANSWER",
        key="{part} {@pairid} {@answerid}",
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA(First("{MESSAGE}", "{SUBJECT}"), answer="{item}")],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/LiveQA.md",),
    verified="loader",
)
