"""UW-Madison GI: 16-bit slices, their size in the name (height first in one), three rows each."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3, subjects=2, names=("stomach", "large bowel"), absent=("small bowel", "stomach")
)


def make(root: Path) -> None:
    rows = []
    for case, day, n, runs in (
        (101, 20, 1, {}),
        (101, 20, 2, {"stomach": "401 20 451 20 501 20", "large_bowel": "1001 10"}),
        (7, 0, 1, {"stomach": "401 20"}),
    ):
        name = f"case{case}_day{day}"
        path = root / "train" / f"case{case}" / name / "scans"
        fake_image(
            path / f"slice_{n:04d}_{'40_50' if case == 7 else '50_40'}_1.50_1.50.png",
            (50, 40),
            mode="I;16",
            seed=name,
        )
        for organ in ("large_bowel", "small_bowel", "stomach"):
            rows.append([f"{name}_slice_{n:04d}", organ, runs.get(organ, "")])
    write_table(root / "train.csv", ["id", "class", "segmentation"], rows)
