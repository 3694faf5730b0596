"""MedReason: exam questions with reasoning that a language model drew from a knowledge graph.

`options` is one text ("Answer Choices: A. ...") or empty. Rows made from benchmark questions
(MedXpertQA, MMLU, Humanity's Last Exam, PubMedQA) are dropped by `dataset_name`; the rest comes
from training questions of MedQA and MedMCQA and from HuatuoGPT-o1.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="medreason",
    title="MedReason",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/UCSC-VLAA/MedReason",
    license="Apache-2.0",
    access="open",
    derived_from=("medical-o1-sft", "medmcqa", "medqa-us"),
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Wu et al., MedReason: eliciting factual medical reasoning steps, 2025",
    cases=Records(
        "ours_quality_33000.jsonl",
        lines=True,
        key="{dataset_name} {id_in_dataset} {question}",
        where={"dataset_name": "(?i)(?!.*(xpert|mmlu|human|hle|pubmed)).*"},
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{question}\n{options}", answer="{answer}", explanation="{reasoning}")],
    evidence=("https://huggingface.co/datasets/UCSC-VLAA/MedReason",),
    verified="loader",
)
