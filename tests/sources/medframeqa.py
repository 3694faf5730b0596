from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

EXPECTED = Expected(cases=3, subjects=2, splits={"test": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(key: str, video: str, pictures: int, answer: str) -> dict[str, object]:
        images = {
            f"image_{k}": fake_bytes(seed=f"{key}{k}")
            if k <= pictures
            else {"bytes": None, "path": None}
            for k in range(1, 6)
        }
        return {
            **images, "question": "What changes over the frames?",
            "options": ["The mass grows", "The mass shrinks", "Contrast fades", "Nothing"],
            "system": "digestive", "organ": "liver", "keyword": "haemangioma", "modality": "CT",
            "video_id": video, "question_id": key, "correct_answer": answer,
            "reasoning_chain": "Fill-in from the rim.",
        }  # fmt: skip

    write_parquet(
        root / "data/test-00000-of-00002.parquet",
        [row("q1", "abcDEF_-123", 2, "C"), row("q2", "abcDEF_-123", 5, "A")],
    )
    write_parquet(root / "data/test-00001-of-00002.parquet", [row("q3", "xyz00000000", 3, "D")])
