from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 3}, annotations={"caption": 5})


def make(root: Path) -> None:
    write_table(
        root / "skincap_v240623.csv",
        [
            "id", "skincap_file_path", "ori_file_path", "disease", "caption_zh",
            "caption_zh_polish", "caption_zh_polish_en",
        ],
        [
            (1, "1.png", "a.jpg", "psoriasis", "肘部红斑，鳞屑",
             "肘部可见边界清楚的红斑，表面覆银白色鳞屑。",
             "A well-defined erythema with silvery scales is seen on the elbow."),
            (2, "2.png", "b.jpg", "acne", "面部丘疹", "面部可见散在炎性丘疹。",
             "Scattered inflammatory papules are seen on the face."),
            (3, "3.png", "c.jpg", "vitiligo", "白斑", "手背可见色素脱失斑。", ""),
        ],
    )  # fmt: skip
    for k in (1, 2, 3):
        fake_image(root / f"skincap/{k}.png")
