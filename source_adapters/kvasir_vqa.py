"""Kvasir-VQA: questions on gastrointestinal endoscopy images of HyperKvasir and Kvasir-Instrument.

A row per question, each with its picture again; `img_id` makes one case of them. Questions are
templates. No official split and no patient; the images are those of hyperkvasir under other names,
so that overlap shows by picture only, and test sets of later challenges reuse them.
"""

from gmai_data import NO_SUBJECT, QA, Inline, Source, Table

SOURCE = Source(
    name="kvasir-vqa",
    title="Kvasir-VQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/SimulaMet-HOST/Kvasir-VQA",
    license="CC-BY-NC-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    derived_from=(
        "hyperkvasir",
        "kvasir-instrument",
    ),
    cite="Gautam et al., Kvasir-VQA: a text-image pair GI tract dataset, 2024",
    modality="Endoscopy",
    department="Gastroenterology and Hepatology",
    cases=Table("data/raw-*.parquet", image=Inline("{image}", encoding="bytes"), key="{img_id}"),
    subject=NO_SUBJECT,
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        "https://huggingface.co/datasets/SimulaMet-HOST/Kvasir-VQA",
        'public code search for "SimulaMet-HOST/Kvasir-VQA" (columns, split raw)',
    ),
    verified="loader",
)
