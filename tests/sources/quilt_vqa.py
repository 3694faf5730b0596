from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

# The card calls the only split "train": it is a benchmark.
EXPECTED = Expected(cases=3, subjects=3, splits={"test": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(seed: str, question: str, answer: str, kind: str) -> dict[str, object]:
        return {
            "image": fake_bytes(seed=seed), "question": question, "answer": answer,
            "answer_type": kind, "context": "So here we see the gland, um, and the stroma.",
        }  # fmt: skip

    write_parquet(
        root / "data/train-00000-of-00001.parquet",
        [
            row(
                "a", "Is there necrosis in the image?", "Yes, in the centre of the nest.", "CLOSED"
            ),
            row("a", "What lines the cyst?", "Columnar epithelium.", "OPEN"),
            row("b", "What lines the cyst?", "Columnar epithelium.", "OPEN"),
        ],
    )
