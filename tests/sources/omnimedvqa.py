from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 3}, annotations={"qa": 4})


def make(root: Path) -> None:
    top = root / "OmniMedVQA"

    def row(
        name: str, number: int, kind: str, question: str, answer: str, path: str,
        options: list[str], key: str = "modality_type",
    ) -> dict[str, object]:  # fmt: skip
        return {
            "dataset": name, "question_id": f"{name}_{number:04d}", "question_type": kind,
            "question": question, "gt_answer": answer, "image_path": path,
            **{f"option_{letter}": text for letter, text in zip("ABCD", options, strict=False)},
            key: "CT(Computed Tomography)",
        }  # fmt: skip

    chest = "Images/Chest CT Scan/test/1.png"
    write_json(
        top / "QA_information/Open-access/Chest CT Scan.json",
        [
            row("Chest CT Scan", 0, "Disease Diagnosis", "What is the diagnosis?", "Normal.", chest,
                ["Adenocarcinoma.", "Normal.", "Large cell carcinoma.", "Cyst."]),
            row("Chest CT Scan", 1, "Modality Recognition", "Which modality is it?", "CT", chest,
                ["MR", "CT", "Ultrasound"], key="modality"),
            row("Chest CT Scan", 2, "Disease Diagnosis", "Is there a tumour?", "Yes",
                "Images/Chest CT Scan/test/2.png", ["Yes", "No"]),
        ],
    )  # fmt: skip
    write_json(
        top / "QA_information/Open-access/Fitzpatrick 17k.json",
        [
            row("Fitzpatrick 17k", 0, "Disease Diagnosis", "Which disease is shown?", "Psoriasis",
                "Images/Fitzpatrick 17k/a.jpg", ["Eczema", "Psoriasis", "Acne", "Lichen planus"])
        ],
    )  # fmt: skip
    for path in (chest, "Images/Chest CT Scan/test/2.png", "Images/Fitzpatrick 17k/a.jpg"):
        fake_image(top / path)
