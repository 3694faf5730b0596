"""Medbullets: USMLE step 2 and 3 questions of social media, with five options and explanations.

A benchmark. The file of four options has the same questions with one option less, and is not read.
Of 308 questions 116 speak of a figure that is not part of the release, and ten occur twice.
HealthBench, which the catalogue lists beside it, has rubrics for judges and no answers: it is not
read.
"""

from gmai_data import NO_SUBJECT, QA, Source, Table

SOURCE = Source(
    name="healthbench-medbullets",
    title="Medbullets",
    version="1.0.0",
    homepage="https://github.com/HanjieChen/ChallengeClinicalQA",
    license="LicenseRef-not-stated",
    access="open",
    benchmark=("test",),
    cite="Chen et al., Benchmarking LLMs on answering and explaining challenging questions, 2024",
    cases=Table("medbullets_op5.csv", key="{question}"),
    subject=NO_SUBJECT,
    split="test",
    labels=[
        QA(
            "{question}",
            choices=("{opa}", "{opb}", "{opc}", "{opd}", "{ope}"),
            letter="{answer_idx}",
            explanation="{explanation}",
        )
    ],
    evidence=(
        "https://github.com/HanjieChen/ChallengeClinicalQA medbullets/medbullets_op5.csv",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/Medbullets_op5",
    ),
    verified="loader",
)
