from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Questions have two to four options. The files of single sets repeat those of the subsets; a
# picture that was not fetched is no case.
EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"qa": 3}, rejected=1)
END = "Answer with the option's letter from the given choices directly."


def row(number: int, image: str, question: str, letter: str, *options: str) -> dict[str, object]:
    shown = "".join(f"\n{k}: {v}" for k, v in zip("ABCD", options, strict=False))
    answer = options["ABCD".index(letter)]
    return {
        "id": number, "caption": answer, "image": f"med-mat/{image}", "Question": question,
        "Answer": answer, "Question-choice": f"{question}{shown}\n{END}", "Answer-choice": letter,
        "data-no": "2",
    }  # fmt: skip


def make(root: Path) -> None:
    kidney = [
        row(1, "CT_Kindney_Dataset/CT-KIDNEY/Cyst/Cyst- (561).jpg",
            "Review this kidney CT scan and determine the possible condition it represents.", "B",
            "Stone", "Cyst", "Normal", "Tumor"),
        row(2, "CT_Kindney_Dataset/CT-KIDNEY/Normal/Normal- (3).jpg", "What does the scan show?",
            "A", "Normal", "Stone", "Tumor"),
    ]  # fmt: skip
    brain = [
        row(1, "Head_CT/head_ct/000.png", "Is there a haemorrhage?", "B", "No", "Yes"),
        row(2, "Head_CT/head_ct/001.png", "Is there a haemorrhage?", "A", "No", "Yes"),
    ]
    write_json(root / "Aggregated_Subsets/Subset--02-train.json", kidney)
    write_json(root / "Aggregated_Subsets/Subset--05-train.json", brain)
    write_json(root / "Original_Medical_Datasets/Ori--02-train.json", kidney)
    fake_image(root / "med-mat/Head_CT/head_ct/199.png")  # without a question
    for one in (*kidney, brain[0]):
        fake_image(root / str(one["image"]))
