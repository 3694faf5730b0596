from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

# Two pictures may share question and answer: they stay two cases.
EXPECTED = Expected(
    cases=6, subjects=6, splits={"test": 1, "train": 4, "val": 1}, annotations={"qa": 6}
)


def make(root: Path) -> None:
    def row(picture: str, question: str, answer: str) -> dict[str, object]:
        return {"image": fake_bytes(seed=picture), "question": question, "answer": answer}

    data = root / "data"
    write_parquet(
        data / "train-00000-of-00002-aaaa.parquet",
        [
            row("a", "what is present?", "liver"),
            row("a", "is necrosis present?", "yes"),
            row("b", "what is present?", "kidney"),
        ],
    )
    write_parquet(
        data / "train-00001-of-00002-bbbb.parquet", [row("c", "is necrosis present?", "yes")]
    )
    write_parquet(
        data / "validation-00000-of-00001-cccc.parquet",
        [row("d", "where are the cells?", "in the portal tract")],
    )
    write_parquet(
        data / "test-00000-of-00001-dddd.parquet", [row("e", "does this image show fat?", "no")]
    )
