from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 3}
)


def make(root: Path) -> None:
    def row(stem: str, letter: str, *options: str) -> dict[str, object]:
        choices = dict(zip("ABCDE", options, strict=True))
        return {
            "question": stem, "options": choices, "answer": choices[letter],
            "meta_info": "卫生管理", "answer_idx": letter,
        }  # fmt: skip

    top = root / "data_clean/questions/Mainland"
    train = row(
        "慢性支气管炎最常见的并发症是", "C", "气胸", "肺癌", "阻塞性肺气肿", "肺脓肿", "胸膜炎"
    )
    dev = row("诊断消化性溃疡首选的检查是", "A", "胃镜", "腹部平片", "腹部CT", "便潜血", "血常规")
    test = row("成人正常心率范围是每分钟", "B", "40～60次", "60～100次", "100～120次", "120～140次",
               "30～50次")  # fmt: skip
    write_json(top / "train.jsonl", [train], lines=True)
    write_json(top / "dev.jsonl", [dev], lines=True)
    write_json(top / "test.jsonl", [test], lines=True)
    write_json(top / "chinese_qbank.jsonl", [train, dev, test], lines=True)
