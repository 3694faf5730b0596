from pathlib import Path

from gmai_data.testing import Expected

EXPECTED = Expected(cases=4, subjects=4, splits={"train": 4}, annotations={"qa": 4})

ROWS = {
    "Data_数据/IM_内科/内科5000-33000.csv": [
        ("心血管科", "高血压患者能吃党参吗？", "我有高血压，家人送了些党参，请问能吃吗？",
         "您好，党参可以少量食用，请注意监测血压。"),
        ("消化科", "胃胀怎么办", "饭后胃胀，\n晚上更明显，该怎么办？",
         "建议少食多餐，必要时做胃镜。"),
    ],
    "Data_数据/OAGD_妇产科/妇产科6-28000.csv": [
        ("产科", "孕期能喝茶吗", "怀孕三个月，可以喝茶吗？", "可以喝少量淡茶。")
    ],
    "Data_数据/Oncology_肿瘤科/肿瘤科5-10000.csv": [
        ("肿瘤科", "化疗后白细胞低", "化疗后白细胞2.1，怎么办？", "请复查血常规，遵医嘱用药。")
    ],
}  # fmt: skip


def make(root: Path) -> None:
    import csv

    for name, rows in ROWS.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="gb18030", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(["department", "title", "ask", "answer"])
            writer.writerows(rows)
