from pathlib import Path

from gmai_data.testing import Expected, write_table

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 5}
)


def make(root: Path) -> None:
    questions = [
        (65521, "头晕，恶心，躺下更明显，是什么原因？"),
        (65522, "孩子晚上咳嗽厉害怎么办？"),
        (65523, "痛风可以吃豆腐吗？"),
        (65524, "打完疫苗可以洗澡吗？"),
    ]
    answers = [
        (1, 65521, "考虑耳石症，建议到耳鼻喉科做变位试验。"),
        (2, 65521, "也可能是颈椎问题，请拍片检查。"),
        (3, 65522, "注意是否有哮喘，建议听诊后用药。"),
        (4, 65523, "急性期应少吃，缓解期可以适量吃。"),
        (5, 65524, "二十四小时内保持针眼干燥即可。"),
    ]
    write_table(root / "question.csv", ["question_id", "content"], questions)
    write_table(root / "answer.csv", ["ans_id", "question_id", "content"], answers)
    write_table(
        root / "train_candidates.txt",
        ["question_id", "pos_ans_id", "neg_ans_id"],
        [(65521, 1, 3), (65521, 2, 4), (65521, 1, 5), (65522, 3, 1)],
    )
    held_out = ["question_id", "ans_id", "cnt", "label"]
    write_table(root / "dev_candidates.txt", held_out, [(65523, 4, 0, 1), (65523, 1, 1, 0)])
    write_table(root / "test_candidates.txt", held_out, [(65524, 5, 0, 1), (65524, 2, 1, 0)])
