from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 4}
)


def make(root: Path) -> None:
    def row(stem: str, letter: str, *options: str) -> dict[str, object]:
        choices = dict(zip("ABCDE", options, strict=True))
        return {
            "question": stem, "answer": choices[letter], "options": choices,
            "meta_info": "step1", "answer_idx": letter,
        }  # fmt: skip

    top = root / "data_clean/questions/US"
    train = [
        row(
            "A 34-year-old woman has fatigue and a heart rate of 48/min. TSH is raised. Which is "
            "the most likely diagnosis?",
            "B", "Graves disease", "Hashimoto thyroiditis", "Thyroid storm", "Subacute thyroiditis",
            "Toxic adenoma",
        ),
        row(
            "Which vitamin deficiency causes megaloblastic anaemia with neurological signs?",
            "E", "Vitamin A", "Vitamin C", "Vitamin D", "Folate", "Vitamin B12",
        ),
    ]  # fmt: skip
    dev = row("Which drug reverses heparin?", "A", "Protamine", "Vitamin K", "Naloxone",
              "Flumazenil", "Atropine")  # fmt: skip
    test = row("Which valve is affected first in rheumatic fever?", "D", "Aortic", "Tricuspid",
               "Pulmonary", "Mitral", "None of them")  # fmt: skip
    write_json(top / "train.jsonl", train, lines=True)
    write_json(top / "dev.jsonl", [dev], lines=True)
    write_json(top / "test.jsonl", [test], lines=True)
    write_json(top / "US_qbank.jsonl", [*train, dev, test], lines=True)
    write_json(top / "4_options/phrases_no_exclude_train.jsonl", train, lines=True)
