from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"boxes": 4, "qa": 6},
    names=("liver", "left lung"),
)


def make(root: Path) -> None:
    def row(
        image: int, number: int, lang: str, question: str, answer: str, modality: str
    ) -> dict[str, object]:
        return {
            "img_id": image, "img_name": f"xmlab{image}/source.jpg", "question": question,
            "answer": answer, "q_lang": lang, "location": "Abdomen", "modality": modality,
            "answer_type": "OPEN", "base_type": "vqa", "content_type": "Organ",
            "triple": ["vhead", "_", "_"], "qid": number,
        }  # fmt: skip

    top = root / "Slake1.0"
    write_json(
        top / "train.json",
        [
            row(1, 0, "en", "Which organ is the largest in the picture?", "Liver", "MRI"),
            row(1, 1, "zh", "图中最大的器官是什么？", "肝脏", "MRI"),
            row(1, 2, "en", "Is the spleen enlarged?", "No ", "MRI"),
        ],
    )
    write_json(top / "validation.json", [row(2, 3, "zh", "这是什么成像方式？", "CT", "CT")])
    write_json(
        top / "test.json",
        [
            row(3, 4, "en", "Which lung is shown darker?", "Left lung", "X-Ray"),
            row(3, 5, "zh", "肺部是否有异常？", "没有", "X-Ray"),
        ],
    )
    write_text(top / "mask.txt", "1:Liver\n2:Left Lung")
    boxes: dict[int, list[dict[str, list[float]]]] = {
        1: [{"Liver": [10.0, 20.0, 20.0, 18.0]}, {"Spleen": [40.0, 20.0, 10.0, 10.0]}],
        2: [],
        3: [{"Left Lung": [34.0, 6.0, 20.0, 30.0]}, {"Trachea": [30.0, 2.0, 4.0, 10.0]}],
    }
    for image, found in boxes.items():
        fake_image(top / f"imgs/xmlab{image}/source.jpg", seed=f"slake{image}")
        fake_image(top / f"imgs/xmlab{image}/mask.png", mode="L", seed=f"slake mask{image}")
        write_json(top / f"imgs/xmlab{image}/detection.json", found)
        write_json(top / f"imgs/xmlab{image}/question.json", [])
