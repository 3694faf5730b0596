"""PMC-CaseReport: parquet shards of questions on figures of case reports."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_parquet

EXPECTED = Expected(cases=2, subjects=2, splits={"test": 1, "train": 1}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(article: int, figure: str, question: str, answer: str) -> dict[str, str]:
        return {
            "PMC_id": f"PMC{article}", "img_id": figure,
            "context": "A 45-year-old woman presented with abdominal pain.",
            "question": question, "answer": answer,
        }  # fmt: skip

    write_parquet(
        root / "data/train-00000-of-00002-0123456789abcdef.parquet",
        [row(1000001, "f1-abc", "What does the CT show?", "A mass in the pancreatic tail.")],
    )
    write_parquet(
        root / "data/train-00001-of-00002-d38f08a1e76f387d.parquet",
        [row(1000001, "f1-abc", "Is there ascites?", "No.")],
    )
    write_parquet(
        root / "data/test-00000-of-00001-ec5b8c294942858f.parquet",
        [row(1000002, "f2-xyz", "Which finding is seen?", "A fracture of the radius.")],
    )
    fake_image(root / "figures/PMC1000001_f1-abc.jpg")
    fake_image(root / "figures/PMC1000002_f2-xyz.jpg")
