"""DISC-Med-SFT: Chinese consultations rebuilt by a language model, with their history.

Made from MedDialog, cMedQA2, a knowledge graph and MedMCQA; rows from general corpora (MOSS,
Alpaca) are dropped by `source`. Overlaps cmedqa2 and meddialog-zh.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source

SOURCE = Source(
    name="disc-med-sft",
    title="DISC-Med-SFT",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/Flmc/DISC-Med-SFT",
    license="Apache-2.0",
    access="open",
    derived_from=("cmedqa2", "meddialog-zh", "medmcqa"),
    redistribution=True,
    commercial=True,
    derivatives=True,
    language="zh",
    cite="Bao et al., DISC-MedLLM: bridging general LLMs and real-world medical consultation, 2023",
    cases=Records(
        "DISC-Med-SFT_released.jsonl",
        lines=True,
        key="{_id}",
        where={"source": "(?i)(?!.*(moss|alpaca)).*"},
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[Dialogue("{conversation}", roles="role", text="content", language="zh")],
    evidence=("https://github.com/FudanDISC/DISC-MedLLM README",),
    verified="loader",
)
