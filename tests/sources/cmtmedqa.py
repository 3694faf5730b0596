from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"dialogue": 3})


def make(root: Path) -> None:
    def row(number: int, last: str, reply: str, history: list[list[str]]) -> dict[str, object]:
        return {
            "id": number, "cate1": "内科", "cate2": "消化内科", "instruction": last, "input": "",
            "output": reply, "history": history,
        }  # fmt: skip

    write_json(
        root / "CMtMedQA.json",
        [
            row(
                1, "需要做胃镜吗？", "建议先完善幽门螺杆菌检测，必要时再做胃镜检查。",
                [
                    ["最近总是反酸怎么办？", "您好，请问反酸持续多久了？"],
                    ["大概两周，饭后明显。", "有没有黑便或者体重下降？"],
                ],
            ),
            row(2, "高血压患者可以吃柚子吗？", "部分降压药会受柚子影响，请先咨询医生。", []),
            row(
                3, "那要停药吗？", "不要自行停药，请复查肝功能。",
                [["吃药后转氨酶升高", "请问您服用的是哪种药？"]],
            ),
        ],
    )  # fmt: skip
