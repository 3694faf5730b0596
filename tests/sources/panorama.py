"""PANORAMA: images of four archives, labels of a repository; an empty label file among them."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"mask": 3},
    names=("pancreas", "pancreatic duct", "common bile duct"),
    rejected=1,  # the case whose label has no bytes
)
BOXES = {
    1: (4, 10, 4, 10, 5, 12), 2: (12, 16, 4, 8, 3, 17), 3: (18, 22, 4, 8, 3, 17),
    4: (4, 24, 12, 20, 5, 14), 5: (6, 20, 22, 24, 7, 10), 6: (26, 30, 12, 18, 3, 17),
}  # fmt: skip


def make(root: Path) -> None:
    """The second patient came twice; 100051_00001's label has no bytes (upstream's error)."""
    labels = root / "panorama_labels"
    for batch, study, source in (
        ("batch_1", "100001_00001", "manual"), ("batch_3", "100100_00001", "automatic"),
        ("batch_3", "100100_00002", "automatic"),
    ):  # fmt: skip
        write_pair(
            root / batch / f"{study}_0000.nii.gz",
            labels / f"{source}_labels" / f"{study}.nii.gz",
            {v: b for v, b in BOXES.items() if v > 1 or source == "manual"},
        )
    write_pair(root / "batch_1" / "100051_00001_0000.nii.gz", None, {})
    write_text(labels / "automatic_labels" / "100051_00001.nii.gz", "")
    write_text(labels / "README.md", "# PANORAMA labels\n")
