"""MedMCQA: Indian medical entrance examination questions with four options and explanations.

`cop` counts from 1 in the original JSON lines and from 0 in the Hugging Face copy. The test part
has no answers and is not read; the dev (validation) part is the benchmark everybody reports.
`choice_type` "multi" still has one correct option. `exp` may be null.
"""

from gmai_data import NO_SUBJECT, QA, Layout, Records, Source, Table, Term

SOURCE = Source(
    name="medmcqa",
    title="MedMCQA",
    version="1.0.0",
    homepage="https://medmcqa.github.io/",
    license="Apache-2.0",
    access="open",
    redistribution=True,
    benchmark=("val",),
    cite="Pal et al., MedMCQA: a large-scale multi-subject multi-choice dataset, CHIL 2022",
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "validation": "val"}),
    layouts=(
        Layout(
            "original",
            cases=Records("data/{set:train|dev}.json", lines=True, key="{id}"),
            labels=[
                QA(
                    "{question}",
                    choices=("{opa}", "{opb}", "{opc}", "{opd}"),
                    index="{cop}",
                    base=1,
                    explanation="{exp}",
                )
            ],
        ),
        Layout(
            "huggingface",
            cases=Table("data/{set:train|validation}-*.parquet", key="{id}"),
            labels=[
                QA(
                    "{question}",
                    choices=("{opa}", "{opb}", "{opc}", "{opd}"),
                    index="{cop}",
                    base=0,
                    explanation="{exp}",
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MedMCQA.md",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/MedMCQA/MedMCQA.py",
    ),
    verified="loader",
)
