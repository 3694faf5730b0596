"""CMB-Exam: Chinese medical examinations of six professions, from student to expert.

The test file has no answers and is not read: val (280 questions, with explanations) is what can be
scored, so it stays out of training. Questions with several correct letters are dropped. Options are
an object whose last letters may be empty. Train overlaps CMExam and MedQA of Mainland China.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="cmb",
    title="CMB-Exam",
    version="1.0.0",
    homepage="https://github.com/FreedomIntelligence/CMB",
    license="Apache-2.0",
    access="open",
    derived_from=("cmexam", "medqa-zh"),
    benchmark=("val",),
    language="zh",
    cite="Wang et al., CMB: a comprehensive medical benchmark in Chinese, NAACL 2024",
    cases=Records(
        "CMB-Exam/CMB-{set:train|val}/CMB-{set}-merge.json",
        key="{set} {exam_type} {exam_class} {exam_subject} {question}",
        where={"answer": "[A-F]"},
    ),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        QA(
            "{question}",
            choices=(
                "{option/A}", "{option/B}", "{option/C}",
                "{option/D}", "{option/E}", "{option/F}",
            ),
            letter="{answer}",
            explanation="{explanation}",
            language="zh",
        )
    ],
    evidence=(
        "https://huggingface.co/datasets/FreedomIntelligence/CMB",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/CMB/CMB.py",
    ),
    verified="loader",
)  # fmt: skip
