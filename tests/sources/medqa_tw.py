from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 3}
)


def make(root: Path) -> None:
    def row(stem: str, letter: str, *options: str) -> dict[str, object]:
        choices = dict(zip("ABCD", options, strict=True))
        return {
            "question": stem, "options": choices, "answer": choices[letter],
            "meta_info": "taiwanese_test_Q.jsonl", "answer_idx": letter,
        }  # fmt: skip

    top = root / "data_clean/questions/Taiwan"
    train = row("下列何者為急性闌尾炎最常見的症狀？", "A", "右下腹痛", "頭痛", "咳嗽", "視力模糊")
    dev = row("下列何者是胰島素的主要作用？", "D", "升高血糖", "分解脂肪", "分解肝醣", "降低血糖")
    test = row("心電圖上P波代表何者？", "B", "心室去極化", "心房去極化", "心室再極化", "心房再極化")
    write_json(top / "train.jsonl", [train], lines=True)
    write_json(top / "dev.jsonl", [dev], lines=True)
    write_json(top / "test.jsonl", [test], lines=True)
    write_json(top / "taiwanese_qbank.jsonl", [train, dev, test], lines=True)
