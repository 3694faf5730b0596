"""Huatuo-26M: Chinese questions answered from encyclopedias and from a knowledge graph.

Encyclopedia questions are lists of lists, all asking the same: the first is taken. The third part,
consultations, gives its answers as web addresses and is not read.
"""

from gmai_data import NO_SUBJECT, QA, Layout, Records, Source, Term

SOURCE = Source(
    name="huatuo-26m",
    title="Huatuo-26M",
    version="1.0.0",
    homepage="https://github.com/FreedomIntelligence/Huatuo-26M",
    license="Apache-2.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    language="zh",
    cite="Li et al., Huatuo-26M, a large-scale Chinese medical QA dataset, 2023",
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    parts=(
        Layout(
            "encyclopedia",
            cases=Records(
                "huatuo_encyclopedia_qa/{set:train|validation|test}_datasets.jsonl",
                lines=True,
                key="{questions/0/0} {answers/0}",
            ),
            labels=[QA("{questions/0/0}", answer="{answers/0}", language="zh")],
        ),
        Layout(
            "knowledge graph",
            cases=Records(
                "huatuo_knowledge_graph_qa/{set:train|validation|test}_datasets.jsonl",
                lines=True,
                key="{questions/0} {answers/0}",
            ),
            labels=[QA("{questions/0}", answer="{answers/0}", language="zh")],
        ),
    ),
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/Huatuo-26M.md",),
    verified="loader",
)
