"""MedQA, United States: USMLE questions with five options.

The 4_options folder drops one option of the same questions, and US_qbank.jsonl holds all splits
together: neither is read. A question may occur twice, with other options.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source, Term

SOURCE = Source(
    name="medqa-us",
    title="MedQA (USMLE)",
    version="1.0.0",
    homepage="https://github.com/jind11/MedQA",
    license="MIT",
    access="open",
    benchmark=("test",),
    cite="Jin et al., What disease does this patient have?, Applied Sciences 2021",
    cases=Records(
        "data_clean/questions/US/{set:train|dev|test}.jsonl", lines=True, key="{set} {question}"
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
        )
    ],
    evidence=(
        "https://github.com/bigscience-workshop/biomedical med_qa.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MedQA.md",
    ),
    verified="loader",
)  # fmt: skip
