from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=4, subjects=4, splits={"train": 4}, annotations={"dialogue": 4})


def make(root: Path) -> None:
    write_json(
        root / "HuatuoGPT_sft_data_v1.jsonl",
        [
            {"data": ["问：流感和普通感冒有什么区别？", "答：流感起病急，全身症状更重。"]},
            {
                "data": [
                    "问：孩子发烧38.5℃怎么办？",
                    "答：可以先物理降温，并观察精神状态。",
                    "问：需要吃退烧药吗？",
                    "答：体温超过38.5℃且不适时可以服用。",
                ]
            },
            {
                "data": [
                    "问：如何测血压？",
                    "答：静坐五分钟后测量。\n连续测两次取平均值。",
                    "问：谢谢",
                ]
            },
            {
                "data": [
                    "问：什么是“答：”开头的病历？",
                    "答：那是问诊记录的格式，例如：问：哪里不舒服？",
                ]
            },
        ],
        lines=True,
    )
