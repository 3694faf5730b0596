from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_table

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 2, "train": 2}, annotations={"dialogue": 2, "qa": 3}
)


def make(root: Path) -> None:
    write_json(
        root / "Dataframe/Pretrain/vqa_MM.json",
        [
            {
                "id": name, "image": f"dataset/{name}.png",
                "conversations": [
                    {"from": "human", "value": "<image>\nWhat does the image show?"},
                    {"from": "gpt", "value": "The image shows a plaque of psoriasis."},
                ],
            }
            for name in ("bk1_12", "bk3_c5_3")
        ],
    )  # fmt: skip
    write_table(
        root / "Dataframe/test/vqa/MM-Skin_test.csv",
        ["image", "question", "answer"],
        [
            ("dataset/bk5_630.png", "What does the image show?", "A digital mucous cyst."),
            ("dataset/bk5_630.png", "Is the lesion raised?", "Yes, it is raised."),
            ("dataset/bk10_34_22.png", "Which cells are seen?", "Cells with large nuclei."),
        ],
    )
    write_table(root / "caption.csv", ["image", "caption", "modality"],
                [("dataset/bk5_630.png", "Digital mucous cyst", "clinical")])  # fmt: skip
    for name in ("bk1_12", "bk3_c5_3", "bk5_630", "bk10_34_22"):
        fake_image(root / f"dataset/{name}.png")
