from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"dialogue": 3})


def make(root: Path) -> None:
    def row(number: int, source: str, *texts: str) -> dict[str, object]:
        roles = ("user", "assistant")
        turns = [{"role": roles[k % 2], "content": text} for k, text in enumerate(texts)]
        return {"_id": f"{number:06d}", "source": source, "conversation": turns}

    write_json(
        root / "DISC-Med-SFT_released.jsonl",
        [
            row(1, "meddialog", "医生您好，我最近总是失眠。", "您好，持续多久了？", "一个月了。",
                "建议规律作息，必要时到睡眠门诊就诊。"),
            row(2, "cMedQA2", "牙龈出血是缺维生素吗？", "更常见的原因是牙龈炎，建议洁牙。"),
            row(3, "alpaca_gpt4_zh", "写一首关于春天的诗。", "春风拂面……"),
            row(4, "moss", "介绍一下Python。", "Python是一种编程语言。"),
            row(5, "cMeKG", "阿司匹林的禁忌是什么？", "对本品过敏、活动性消化道出血者禁用。"),
        ],
        lines=True,
    )  # fmt: skip
