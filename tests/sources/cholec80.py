"""Cholec80: frames at 1 per second, phases at 25 per second, tools at every 25th frame."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=2,
    splits={"test": 1, "train": 3},
    names=("preparation", "Calot triangle dissection", "grasper", "hook"),
    absent=("specimen bag",),
)
TOOLS = ["Grasper", "Bipolar", "Hook", "Scissors", "Clipper", "Irrigator", "SpecimenBag"]


def make(root: Path) -> None:
    top = root / "cholec80"
    for v, count in ((1, 3), (41, 1)):
        for n in range(1, count + 1):
            fake_image(top / "frames" / f"video{v:02d}" / f"video{v:02d}_{n:06d}.png", (64, 36))
        phases = [
            [frame, "Preparation" if frame < 50 else "CalotTriangleDissection"]
            for frame in range(25 * count)
        ]
        path = top / "phase_annotations" / f"video{v:02d}-phase.txt"
        write_table(path, ["Frame", "Phase"], phases, sep="\t")
        tools = [[25 * k, 1, 0, int(k > 1), 0, 0, 0, 0] for k in range(count)]
        path = top / "tool_annotations" / f"video{v:02d}-tool.txt"
        write_table(path, ["Frame", *TOOLS], tools, sep="\t")
