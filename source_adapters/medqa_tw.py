"""MedQA, Taiwan: questions of the medical licensing examination, in traditional Chinese.

taiwanese_qbank.jsonl holds all splits together and tw_translated_jsonl machine translations:
neither is read. Four options; the E of the other two parts is missing.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="medqa-tw",
    title="MedQA (Taiwan)",
    version="1.0.0",
    homepage="https://github.com/jind11/MedQA",
    license="MIT",
    access="open",
    benchmark=("test",),
    language="zh",
    cite="Jin et al., What disease does this patient have?, Applied Sciences 2021",
    cases=Records(
        "data_clean/questions/Taiwan/{set:train|dev|test}.jsonl", lines=True, key="{set} {question}"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "test": "test"}),
    labels=[
        QA(
            "{question}",
            choices=(
                "{options/A}", "{options/B}", "{options/C}", "{options/D}",
            ),
            letter="{answer_idx}",
            language="zh",
        )
    ],
    evidence=(
        "https://github.com/bigscience-workshop/biomedical med_qa.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MedQA.md",
    ),
    verified="loader",
)  # fmt: skip
