"""LISC: numbers that restart per class, mixed case of folders, outlines by two experts."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask

EXPECTED = Expected(
    cases=6,
    subjects=6,
    names=("basophil", "eosinophil", "lymphocyte", "monocyte", "neutrophil"),
)


def make(root: Path) -> None:
    top = root / "LISC Database"
    for kind in ("Baso", "eosi", "lymp", "mono", "neut", "mixt"):
        fake_image(top / "Main Dataset" / kind / "1.bmp", (72, 58), seed=kind)
        if kind == "mixt":
            continue  # several cells of several kinds: not outlined
        truth = top / "Ground Truth Segmentation" / kind
        for expert in (1, 2):
            fake_mask(
                truth / f"areaforexpert{expert}" / "1_expert.bmp",
                (72, 58),
                {128: (10, 10, 40, 40), 255: (18, 18, 30, 30)},
            )
