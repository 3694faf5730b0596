"""UltraMedical: 410,000 questions and instructions with answers of GPT-4 and other models.

Half of the questions are examinations, among them rewritten training items of MedQA, MedMCQA and
PubMedQA (`id` names the origin); the rest a model wrote from textbooks, encyclopaedia articles and
guidelines. Answers are a model's, also where the key of an examination is known. Near doubles of
benchmark questions are likely.
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
    derived_from=("medmcqa", "medqa-us", "pubmedqa"),
    cite="Zhang et al., UltraMedical: building specialized generalists in biomedicine, 2024",
    cases=Table("data/{set:train}-*.parquet", key="{id}"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[Dialogue("{conversations}", roles="from", text="value")],
    evidence=(
        "https://huggingface.co/datasets/TsinghuaC3I/UltraMedical",
        'public code search for load_dataset("TsinghuaC3I/UltraMedical")',
    ),
    verified="loader",
)
