"""Huatuo26M-Lite: a cleaned part of Huatuo-26M, its answers rewritten by a language model.

`score` grades the rewriting, `label` is a department in Chinese words and is not mapped.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="huatuo26m-lite",
    title="Huatuo26M-Lite",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/FreedomIntelligence/Huatuo26M-Lite",
    license="Apache-2.0",
    access="open",
    derived_from=("huatuo-26m",),
    redistribution=True,
    commercial=True,
    derivatives=True,
    language="zh",
    cite="Li et al., Huatuo-26M, a large-scale Chinese medical QA dataset, 2023",
    cases=Records("format_data.jsonl", lines=True, key="{id}"),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{question}", answer="{answer}", language="zh")],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/Huatuo-26M.md",),
    verified="loader",
)
