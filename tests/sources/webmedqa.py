from pathlib import Path

from gmai_data.testing import Expected, write_text

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 3}
)

QUESTIONS = {
    "train": ("内科", "1001", "血压150/95需要吃药吗？", "建议复测后由医生决定，先低盐饮食。"),
    "valid": ("妇产科", "1002", '怀孕初期"感冒"可以吃药吗？', "请在医生指导下用药，多休息。"),
    "test": ("儿科", "1003", "宝宝湿疹怎么护理？", "保湿为主，避免过热。"),
}


def make(root: Path) -> None:
    for part, (department, number, question, answer) in QUESTIONS.items():
        lines = [(department, "1", number, question, answer)]
        lines += [(department, "0", number, question, f"与此无关的回答{k}。") for k in range(4)]
        write_text(root / f"medQA.{part}.txt", "".join("\t".join(line) + "\n" for line in lines))
