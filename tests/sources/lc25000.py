"""LC25000: five class folders in two organ folders."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=5,
    subjects=5,
    splits={"train": 5},
    annotations={"class": 5},
    names=(
        "colorectal adenocarcinoma", "benign colon tissue", "lung adenocarcinoma",
        "benign lung tissue", "lung squamous cell carcinoma",
    ),
)  # fmt: skip
NAMES = (
    "colon_image_sets/colon_aca/colonca1", "colon_image_sets/colon_n/colonn1",
    "lung_image_sets/lung_aca/lungaca1", "lung_image_sets/lung_n/lungn1",
    "lung_image_sets/lung_scc/lungscc1",
)  # fmt: skip


def make(root: Path) -> None:
    for name in NAMES:
        fake_image(root / "lung_colon_image_set" / f"{name}.jpeg", (64, 64))
