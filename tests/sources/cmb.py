from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 2, "val": 1}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(stem: str, answer: str, *options: str, **more: object) -> dict[str, object]:
        kind = "单项选择题" if len(answer) < 2 else "多项选择题"
        return {
            "exam_type": "医师考试", "exam_class": "执业医师", "exam_subject": "口腔执业医师",
            "question": stem, "answer": answer, "question_type": kind,
            "option": dict(zip("ABCDEF", [*options, *[""] * (6 - len(options))], strict=True)),
            **more,
        }  # fmt: skip

    top = root / "CMB-Exam"
    write_json(
        top / "CMB-train/CMB-train-merge.json",
        [
            row(
                "恒牙列中最先萌出的牙是", "A", "第一磨牙", "中切牙", "尖牙", "第二磨牙", "第三磨牙"
            ),
            row("牙髓炎疼痛的特点包括", "ABD", "自发痛", "夜间痛", "咬合痛", "放散痛"),
            row("龋病好发的牙面是", "B", "唇面", "咬合面", "舌面", "近中面"),
        ],
    )
    write_json(
        top / "CMB-val/CMB-val-merge.json",
        [row("成人乳牙总数为", "D", "8", "12", "16", "20", id=1, explanation="乳牙共20颗。")],
    )
    write_json(
        top / "CMB-test/CMB-test-choice-question-merge.json",
        [row("成人恒牙总数一般为", "", "20", "24", "28～32", "36", id=1)],
    )
