from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=6, subjects=6, splits={"test": 2, "train": 2, "val": 2}, annotations={"qa": 6}
)

TOPICS = {"train": "胃溃疡", "validation": "荨麻疹", "test": "白内障"}


def make(root: Path) -> None:
    for part, topic in TOPICS.items():
        write_json(
            root / f"huatuo_encyclopedia_qa/{part}_datasets.jsonl",
            [
                {
                    "questions": [[f"{topic}有哪些症状？", f"{topic}的临床表现是什么？"]],
                    "answers": [f"{topic}的症状因人而异，常见表现需要结合检查判断。"],
                }
            ],
            lines=True,
        )
        write_json(
            root / f"huatuo_knowledge_graph_qa/{part}_datasets.jsonl",
            [{"questions": [f"{topic}应该挂什么科？"], "answers": ["请根据症状选择相应专科"]}],
            lines=True,
        )
