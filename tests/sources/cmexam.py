from pathlib import Path

from gmai_data.testing import Expected, write_table

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 4}
)


def make(root: Path) -> None:
    header = ["Question", "Options", "Answer", "Explanation"]
    write_table(
        root / "data/train.csv",
        header,
        [
            (
                "肝硬化门静脉高压最具特征性的表现是",
                "A 腹水\nB 脾大\nC 食管胃底静脉曲张\nD 黄疸\nE 出血倾向",
                "C",
                "侧支循环开放，\n以食管胃底静脉曲张最有意义。",
            ),
            ("下列属于解表药的是", "A 麻黄\nB 黄连\nC 大黄\nD 附子", "A", ""),
            (
                "糖尿病慢性并发症包括",
                "A 视网膜病变\nB 肾病\nC 神经病变\nD 阑尾炎\nE 足病",
                "ABCE",
                "x",
            ),
        ],
    )
    write_table(
        root / "data/val.csv",
        header,
        [
            (
                "大叶性肺炎最常见的病原体是",
                "A 肺炎链球菌\nB 结核分枝杆菌\nC 支原体\nD 病毒\nE 真菌",
                "A",
                "略",
            )
        ],
    )
    write_table(
        root / "data/test_with_annotations.csv",
        [*header, "Disease Group", "Clinical Department", "Medical Discipline", "Difficulty level"],
        [
            ("成人体温正常值(腋温)为", "A 35℃\nB 36～37℃\nC 38℃\nD 39℃\nE 40℃", "B", "略",
             "无", "内科", "诊断学", "1")
        ],
    )  # fmt: skip
