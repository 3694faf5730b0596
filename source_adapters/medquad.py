"""MedQuAD: consumer health questions with answers from twelve NIH sites.

Folders 10, 11 and 12 (ADAM, drugs, herbs) come without answers, for copyright: their pairs are
dropped by `where`. The question type stands in `@qtype`.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="medquad",
    title="MedQuAD",
    version="1.0.0",
    homepage="https://github.com/abachaa/MedQuAD",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Ben Abacha and Demner-Fushman, A question-entailment approach, BMC Bioinformatics 2019",
    cases=Records(
        "{folder}/{document}.xml",
        each="QAPairs/QAPair",
        key="{folder} {document} {@pid}",
        where={"Answer": r"(?s).*\S.*"},
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{Question}", answer="{Answer}")],
    evidence=("https://github.com/abachaa/MedQuAD readme.txt",),
    verified="loader",
)
