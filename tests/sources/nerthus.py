"""Nerthus: folder = Boston score; frames of one video, whose name repeats the score."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(cases=5, subjects=4, annotations={"class": 5})


def make(root: Path) -> None:
    top = root / "nerthus-dataset-frames"
    for score, name in (
        (0, "bowel_1_score_0-0_00000001"),
        (0, "bowel_1_score_0-0_00000002"),
        (1, "bowel_3_score_1-0_00000001"),
        (2, "bowel_13_score_2-0_00000001"),
        (3, "bowel_17_score_3-1_00000001"),
    ):
        fake_image(top / str(score) / f"{name}.jpg", (72, 57))
