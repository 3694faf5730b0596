from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"dialogue": 4}
)


def make(root: Path) -> None:
    rows = {
        "train": [
            ["病人：医生您好，我膝盖疼了一个月。", "医生：有没有外伤？", "病人：没有。",
             "医生：建议先拍X线片：看关节间隙。"],
            ["病人：孩子便秘怎么办？", "医生：多吃蔬菜水果，必要时用开塞露。"],
        ],
        "validate": [["病人：体检发现肺结节6mm。", "医生：定期复查CT即可，三到六个月一次。"]],
        "test": [["病人：高血压能喝咖啡吗？", "医生：可以少量喝，注意监测血压。"]],
    }  # fmt: skip
    for part, dialogues in rows.items():
        write_json(root / f"{part}_data.json", dialogues)
