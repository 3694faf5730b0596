"""WoundcareVQA: queries in English and Chinese, one, two or three doctors' answers by split."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1})


def make(root: Path) -> None:
    def row(number: int, images: int, doctors: int) -> dict[str, object]:
        return {
            "encounter_id": f"ENC{number:04d}",
            "image_ids": [f"IMG_ENC{number:04d}_{k + 1:04d}.jpg" for k in range(images)],
            "query_title_en": "Cut on the finger", "query_title_zh": "手指割伤",
            "query_content_en": f"I cut my finger {number % 7 + 2} days ago. Is it infected?",
            "query_content_zh": "前几天割伤手指，感染了吗？",
            "responses": [
                {
                    "author_id": f"doctor{k}",
                    "content_en": f"Clean it with saline and cover it, opinion {k + 1}.",
                    "content_zh": f"用生理盐水清洗并覆盖，意见{k + 1}。",
                }
                for k in range(doctors)
            ],
            "anatomic_locations": ["fingers-left"], "wound_type": "traumatic",
            "wound_thickness": "superficial", "tissue_color": "red_moist",
            "drainage_amount": "scant", "drainage_type": "serous", "infection": "not_infected",
        }  # fmt: skip

    for split, one in (("train", row(1, 2, 1)), ("valid", row(3, 1, 2)), ("test", row(9, 1, 3))):
        write_json(root / f"{split}.json", [one])
        if split != "train":
            asked = {k: v for k, v in one.items() if k != "responses"}
            write_json(root / f"{split}_inputonly.json", [asked])
        for image in one["image_ids"]:  # type: ignore[attr-defined]
            fake_image(root / f"images_{split}/{image}", seed=str(image))
