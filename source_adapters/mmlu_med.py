"""MMLU, the six medical subjects: multiple-choice questions of examinations, without images.

All of it is evaluation data: dev holds the five questions shown before the others. The folder
auxiliary_train holds other examinations, and the other 51 subjects are not medicine; neither is
read. Questions were collected from public sites and textbooks, some from USMLE practice.
"""

from gmai_data import NO_SUBJECT, QA, Source, Table, Term

SOURCE = Source(
    name="mmlu-med",
    title="MMLU (medical subjects)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/cais/mmlu",
    license="MIT",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test", "val"),
    cite="Hendrycks et al., Measuring massive multitask language understanding, ICLR 2021",
    cases=Table(
        "{field:anatomy|clinical_knowledge|college_biology|college_medicine|medical_genetics"
        "|professional_medicine}/{set:dev|validation|test}-*.parquet"
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"dev": "val", "validation": "val", "test": "test"}),
    labels=[QA("{question}", choices="{choices}", index="{answer}")],
    evidence=(
        "https://huggingface.co/datasets/cais/mmlu",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/MMLU/MMLU.py",
    ),
    verified="loader",
)
