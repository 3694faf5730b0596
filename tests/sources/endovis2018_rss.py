"""EndoVis 2018: releases of sequences, right frames without labels, a palette with alpha."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_json

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    annotations={"mask": 4},
    names=("instrument shaft", "instrument wrist", "kidney parenchyma", "covered kidney"),
)
PALETTE = {
    "background-tissue": (0, 0, 0), "instrument-shaft": (0, 255, 0),
    "instrument-clasper": (0, 255, 255), "instrument-wrist": (125, 255, 12),
    "kidney-parenchyma": (255, 55, 0), "covered-kidney": (24, 55, 125),
    "thread": (187, 155, 25), "clamps": (0, 255, 125), "suturing-needle": (255, 255, 125),
    "suction-instrument": (123, 15, 175), "small-intestine": (124, 155, 5),
}  # fmt: skip
TRAIN = "Training_data_release_{n}/miccai_challenge_2018_release_{n}"
FRAMES = (
    (TRAIN.format(n=1), "seq_1", "000"),
    (TRAIN.format(n=1), "seq_1", "001"),
    (TRAIN.format(n=2), "seq_5", "000"),
    ("Test_data_and_label_release/test_data", "seq_1", "000"),
)


def make(root: Path) -> None:
    size = (80, 64)
    for folder, sequence, frame in FRAMES:
        top = root / folder
        for side in ("left", "right"):
            path = top / sequence / f"{side}_frames" / f"frame{frame}.png"
            fake_image(path, size, seed=str(path.relative_to(root)))
        boxes = {
            PALETTE["kidney-parenchyma"]: (10, 10, 50, 40),
            PALETTE["covered-kidney"]: (10, 40, 50, 60),
            PALETTE["instrument-shaft"]: (50, 4, 76, 16),
            PALETTE["instrument-wrist"]: (44, 8, 50, 16),
        }
        fake_mask(
            top / sequence / "labels" / f"frame{frame}.png", size, boxes, background=(0, 0, 0)
        )
        palette = [
            {"name": name, "color": [*colour, 255], "classid": n}
            for n, (name, colour) in enumerate(PALETTE.items())
        ]
        write_json(top / "labels.json", palette)
