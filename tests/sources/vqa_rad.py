from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 2}, annotations={"qa": 5})


def make(root: Path) -> None:
    def row(
        number: object, image: int, phrase: str, question: str, answer: object
    ) -> dict[str, object]:
        return {
            "qid": number, "phrase_type": phrase, "qid_linked_id": f"0001-{number}",
            "image_case_url": f"https://medpix.example/case/{image}",
            "image_name": f"synpic{image}.jpg", "image_organ": "CHEST", "evaluation": "evaluated",
            "question": question, "question_rephrase": "NULL", "question_relation": "NULL",
            "question_frame": "NULL", "question_type": "PRES", "answer": answer,
            "answer_type": "CLOSED ",
        }  # fmt: skip

    write_json(
        root / "VQA_RAD Dataset Public.json",
        [
            row(0, 54610, "freeform", "Is there a pleural effusion?", "No"),
            row("1", 54610, "para", "Is fluid seen in the pleural space?", "No"),
            row(2, 21605, "freeform", "How many lesions are in the image?", 2),
            row(3, 31217, "freeform", "What plane is this image obtained?", "Axial"),
            row(4, 31217, "test_freeform", "Is the midline shifted?", "Yes"),
        ],
    )
    for image in (54610, 21605, 31217):
        fake_image(root / f"VQA_RAD Image Folder/synpic{image}.jpg")
