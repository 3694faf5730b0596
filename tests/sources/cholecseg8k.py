"""CholecSeg8k: a folder per 80 frames, four pictures per frame, codes as equal R, G and B."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("liver", "gallbladder", "abdominal wall", "grasper", "fat"),
)
SIZE = (86, 48)
CODES = {
    11: (4, 4, 82, 12), 21: (4, 12, 40, 30), 22: (40, 12, 60, 30), 12: (4, 30, 60, 44),
    31: (60, 20, 80, 30),
}  # fmt: skip
COLOURS = {11: (210, 140, 140), 21: (255, 114, 114), 22: (255, 160, 165), 12: (186, 183, 75),
           31: (170, 255, 0)}  # fmt: skip


def make(root: Path) -> None:
    for video, clip, frame in (("01", "00080", 80), ("01", "00080", 81), ("12", "15750", 15750)):
        stem = root / f"video{video}" / f"video{video}_{clip}" / f"frame_{frame}_endo"
        fake_image(stem.with_name(f"{stem.name}.png"), SIZE)
        grey = {(code,) * 3: box for code, box in CODES.items()}
        colour = {COLOURS[code]: box for code, box in CODES.items()}
        for suffix, boxes, empty in (
            ("color_mask", colour, (127, 127, 127)),
            ("mask", grey, (50, 50, 50)),
            ("watershed_mask", {(255, 255, 255): (0, 0, *SIZE), (50, 50, 50): (2, 2, 84, 46),
                                **grey}, (50, 50, 50)),
        ):  # fmt: skip
            fake_mask(stem.with_name(f"{stem.name}_{suffix}.png"), SIZE, boxes, background=empty)
