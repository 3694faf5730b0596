"""DermaVQA, the IIYI part: encounters with several photographs and several answers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
)


def make(root: Path) -> None:
    def row(
        number: int, images: int, first: int, query: str, *answers: tuple[str, str]
    ) -> dict[str, object]:
        return {
            "encounter_id": f"ENC{number:05d}",
            "author_id": "U01",
            "image_ids": [f"IMG_ENC{number:05d}_{first + k:05d}.jpg" for k in range(images)],
            "responses": [
                {
                    "author_id": f"U{k}", "content_zh": zh, "content_en": en, "content_es": en,
                    "completeness": 1.0, "contains_freq_ans": 1.0,
                }
                for k, (en, zh) in enumerate(answers)
            ],
            "query_title_en": "Rash on the arm", "query_content_en": query,
            "query_title_zh": "手臂皮疹", "query_content_zh": "男性，30岁，皮疹两周。",
            "query_title_es": "Sarpullido", "query_content_es": "Sarpullido en el brazo.",
        }  # fmt: skip

    top = root / "iiyi"
    sets = {
        "train": ("train", [row(1, 2, 1, "Male, 30, itchy rash for two weeks.",
                                ("Tinea corporis.", "体癣。"), ("Eczema.", "湿疹。"))]),
        "valid": ("valid_ht", [row(863, 1, 7, "Female, 21, spots on the back.",
                                   ("Pityriasis rosea.", "玫瑰糠疹。"))]),
        "test": ("test_ht", [row(900, 1, 9, "", ("Psoriasis.", "银屑病。"))]),
    }  # fmt: skip
    for split, (name, rows) in sets.items():
        write_json(top / f"{name}.json", rows)
        for one in rows:
            for image in one["image_ids"]:  # type: ignore[attr-defined]
                fake_image(top / f"images_final/images_{split}/{image}", seed=str(image))
    for rater in range(3):
        fake_mask(
            root / f"dermavqa-segmentations/train/IMG_ENC00001_00001_mask_ann{rater}.tiff",
            (64, 48),
            {1: (10, 10, 30 + rater, 30)},
        )
