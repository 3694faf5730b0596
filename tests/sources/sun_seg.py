"""SUN-SEG: Frame and GT by equal path; `Seen` test clips are of cases that are in training too."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json, write_text

EXPECTED = Expected(cases=6, subjects=3, annotations={"mask": 6}, names=("polyp",))


def make(root: Path) -> None:
    top = root / "SUN-SEG"
    size = (112, 96)
    for folder, clip, frame in (
        ("TrainDataset", "case1_1", 1),
        ("TrainDataset", "case1_1", 2),
        ("TrainDataset", "case1_3", 1),
        ("TestEasyDataset/Seen", "case1_2", 1),
        ("TestEasyDataset/Unseen", "case3_1", 1),
        ("TestHardDataset/Unseen", "case10_1", 1),
    ):
        stem = f"case_M_20181001100941_0U62363100354631_1_001_002-1_a13_ayy_image{frame:04d}"
        fake_image(top / folder / "Frame" / clip / f"{stem}.jpg", size, seed=f"{clip}{frame}")
        for kind in ("GT", "Edge", "Polygon"):
            fake_mask(top / folder / kind / clip / f"{stem}.png", size, {255: (30, 20, 80, 66)})
    train = top / "TrainDataset"
    write_text(train / "Classification" / "classification.txt", "case1_1 low_grade_adenoma\n")
    write_json(train / "Detection" / "bbox_annotation.json", {"case1_1": {}})
