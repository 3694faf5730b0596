from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

# A row per question, each with its picture again; img_id tells the pictures apart.
EXPECTED = Expected(cases=3, subjects=3, annotations={"qa": 5})


def make(root: Path) -> None:
    def row(picture: str, source: str, question: str, answer: str) -> dict[str, object]:
        return {
            "image": fake_bytes(seed=picture), "source": source, "question": question,
            "answer": answer, "img_id": picture,
        }  # fmt: skip

    write_parquet(
        root / "data/raw-00000-of-00002.parquet",
        [
            row("cl8k2u1pm1dw7083203g1b7yv", "HyperKvasir - Polyps",
                "How many polyps are in the image?", "1"),
            row("cl8k2u1pm1dw7083203g1b7yv", "HyperKvasir - Polyps",
                "Where in the image is the abnormality?", "center; lower-left"),
            row("cl8k2u1s71f4h08320h5l9n6q", "Kvasir-Instrument",
                "Are there any instruments in the image?", "biopsy forceps"),
        ],
    )  # fmt: skip
    write_parquet(
        root / "data/raw-00001-of-00002.parquet",
        [
            row("cl8k2u1s71f4h08320h5l9n6q", "Kvasir-Instrument", "Is there text?", "No"),
            row("cl8k2u1uq1hcb08328rzi1cv2", "HyperKvasir - Ulcerative Colitis",
                "What type of procedure is the image taken from?", "Colonoscopy"),
        ],
    )  # fmt: skip
