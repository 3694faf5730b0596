"""PBC: eight class folders and one hidden broken file among the neutrophils."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=4,
    subjects=4,
    annotations={"class": 4},
    names=("basophil", "immature granulocyte", "neutrophil", "platelet"),
)
NAMES = (
    "basophil/BA_100102", "ig/MMY_100105", "neutrophil/SNE_104582", "platelet/PLATELET_100211"
)  # fmt: skip


def make(root: Path) -> None:
    top = root / "PBC_dataset_normal_DIB"
    for name in NAMES:
        fake_image(top / f"{name}.jpg", (60, 60))
    (top / "neutrophil" / ".DS_169665.jpg").write_bytes(b"junk of macOS")
