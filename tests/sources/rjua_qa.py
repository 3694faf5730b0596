"""RJUA-QA: JSON lines under a .json suffix, synthetic urological patients, in Chinese."""

from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 4}
)


def make(root: Path) -> None:
    def row(number: int, question: str, disease: str, advice: str) -> dict[str, object]:
        return {
            "id": number, "question": question,
            "context": f"{disease}是泌尿外科常见疾病，应结合影像学检查。",
            "answer": f"根据您的描述，考虑{disease}，建议{advice}。",
            "disease": disease, "advice": advice,
        }  # fmt: skip

    train = [
        row(1, "医生您好，我今年65岁，尿频尿急半年，怎么办？", "前列腺增生", "药物治疗"),
        row(2, "右侧腰痛伴血尿两天，是什么原因？", "输尿管结石", "体外冲击波碎石"),
    ]
    write_json(root / "RJUA_train.json", train, lines=True)
    write_json(
        root / "RJUA_valid.json", [row(3, "体检发现左肾囊肿，需要手术吗？", "肾囊肿", "定期复查")],
        lines=True,
    )  # fmt: skip
    write_json(
        root / "RJUA_test.json", [row(4, "无痛性肉眼血尿一周。", "膀胱肿瘤", "膀胱镜检查")],
        lines=True,
    )  # fmt: skip
