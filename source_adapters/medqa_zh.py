"""MedQA, Mainland China: questions of the medical licensing examination, in Chinese.

The 4_options folder drops one option of the same questions; chinese_qbank.jsonl holds all splits
together: neither is read. CMB and CMExam draw on the same question banks.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="medqa-zh",
    title="MedQA (Mainland)",
    version="1.0.0",
    homepage="https://github.com/jind11/MedQA",
    license="MIT",
    access="open",
    benchmark=("test",),
    language="zh",
    cite="Jin et al., What disease does this patient have?, Applied Sciences 2021",
    cases=Records(
        "data_clean/questions/Mainland/{set:train|dev|test}.jsonl",
        lines=True,
        key="{set} {question}",
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "dev": "val", "test": "test"}),
    labels=[
        QA(
            "{question}",
            choices=(
                "{options/A}", "{options/B}", "{options/C}", "{options/D}", "{options/E}",
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
