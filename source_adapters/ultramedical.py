"""UltraMedical: 410,000 questions and instructions with answers of GPT-4 and other models.

`id` names the origin of a question: training items of MedQA (rewritten ones, too), MedMCQA and
PubMedQA, patients' questions of ChatDoctor and Medical-Instruct-120k, MedQuAD, MedInstruct-52k, or
what a model asked about textbooks and encyclopaedia articles. Answers are a model's, also where a
key or a doctor's answer is known. Near doubles of benchmark questions are likely.
"""

from gmai_data import NO_SUBJECT, Dialogue, Source, Table

SOURCE = Source(
    name="ultramedical",
    title="UltraMedical",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/TsinghuaC3I/UltraMedical",
    license="MIT",
    access="open",
    redistribution=True,
    derived_from=(
        "medmcqa", "medqa-us", "pubmedqa", "healthcaremagic-100k", "medquad", "medinstruct-52k",
    ),
    cite="Zhang et al., UltraMedical: building specialized generalists in biomedicine, 2024",
    cases=Table("data/{set:train}-*.parquet", key="{id}"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[Dialogue("{conversations}", roles="from", text="value")],
    evidence=(
        "https://huggingface.co/datasets/TsinghuaC3I/UltraMedical",
        "https://github.com/TsinghuaC3I/UltraMedical data/examples.json (ten origins)",
    ),
    verified="loader",
)  # fmt: skip
