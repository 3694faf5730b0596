from pathlib import Path

from gmai_data.testing import Expected, fake_bytes, write_parquet

# Answers of the test part are hidden ("?"): dev and validation alone have any.
EXPECTED = Expected(cases=3, subjects=3, annotations={"qa": 3})


def row(
    key: str, question: str, options: str, answer: str, pictures: int = 1, kind: str = ""
) -> dict[str, object]:
    images = {
        f"image_{k}": fake_bytes(seed=f"{key}{k}")
        if k <= pictures
        else {"bytes": None, "path": None}
        for k in range(1, 8)
    }
    return {
        "id": key, "question": question, "options": options, "explanation": "", **images,
        "img_type": "['Body Scans: MRI, CT scans, and X-rays']", "answer": answer,
        "topic_difficulty": "Medium", "question_type": kind or "multiple-choice",
        "subfield": "Clinical Radiology",
    }  # fmt: skip


def make(root: Path) -> None:
    write_parquet(
        root / "Clinical_Medicine/dev-00000-of-00001.parquet",
        [
            row("dev_Clinical_Medicine_1", "<image 1> Which of the following is shown?",
                "['Lobar pneumonia', 'Pneumothorax', 'Rib fracture', \"Chagas' disease\"]", "B")
        ],
    )  # fmt: skip
    write_parquet(
        root / "Clinical_Medicine/validation-00000-of-00001.parquet",
        [
            row("validation_Clinical_Medicine_1", "What is the diagnosis? <image 1>",
                "['Glioma', 'Meningioma', 'Abscess', 'Infarct']", "A")
        ],
    )  # fmt: skip
    write_parquet(
        root / "Pharmacy/validation-00000-of-00001.parquet",
        [
            row("validation_Pharmacy_1", "How many chiral centres has <image 1>?", "[]", "3",
                kind="open")
        ],
    )  # fmt: skip
    write_parquet(
        root / "Pharmacy/test-00000-of-00001.parquet",
        [row("test_Pharmacy_1", "Name the drug. <image 1>", "['a', 'b', 'c', 'd']", "?")],
    )
    write_parquet(  # not medicine
        root / "Music/validation-00000-of-00001.parquet",
        [row("validation_Music_1", "Which interval is <image 1>?", "['2nd', '3rd']", "A")],
    )
