"""PathVQA: questions made from the captions of pathology textbooks and of the PEIR library.

Declared for the parquet files of Hugging Face, whose rows hold their picture: a picture that is
asked about five times is there five times and makes five cases. That version dropped duplicate
rows, so it is smaller than the paper says. Answers are fragments in lower case, half of them yes
or no. The licence is the card's; the publishers keep the rights in the pictures.
"""

from gmai_data import NO_SUBJECT, QA, Inline, Source, Table, Term

SOURCE = Source(
    name="path-vqa",
    title="PathVQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/flaviagiammarino/path-vqa",
    license="MIT",
    access="open",
    redistribution=False,
    benchmark=("test",),
    cite="He et al., PathVQA: 30000+ questions for medical visual question answering, 2020",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Table(
        "data/{set:train|validation|test}-*.parquet", image=Inline("{image}", encoding="bytes")
    ),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        "https://huggingface.co/datasets/flaviagiammarino/path-vqa",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PathVQA.md",
    ),
    verified="loader",
)
