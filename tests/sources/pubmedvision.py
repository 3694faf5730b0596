from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=2, subjects=1, splits={"train": 2}, annotations={"dialogue": 2})


def make(root: Path) -> None:
    def row(name: str, images: list[str], question: str, answer: str) -> dict[str, object]:
        return {
            "id": name, "image": images, "modality": "Computed Tomography", "body_part": "Chest",
            "conversations": [
                {"from": "human", "value": question}, {"from": "gpt", "value": answer},
            ],
        }  # fmt: skip

    write_json(
        root / "PubMedVision_Alignment_VQA.json",
        [
            row("Alignment_VQA_0", ["images/pmc_0_0.jpg"], "Describe the picture in detail.",
                "An axial CT of the chest with a round opacity in the right lung."),
            row("Alignment_VQA_1", ["images/pmc_1_0.jpg", "images/pmc_1_1.jpg"],
                "What do the two pictures show?", "The lesion before and after treatment."),
        ],
    )  # fmt: skip
    write_json(
        root / "PubMedVision_InstructionTuning_VQA.json",
        [
            row("InstructionTuning_VQA_0", ["images/pmc_0_0.jpg"], "Is there an effusion?",
                "No effusion is seen.")
        ],
    )  # fmt: skip
    for name in ("pmc_0_0", "pmc_1_0", "pmc_1_1"):
        fake_image(root / f"images/{name}.jpg")
