"""WORD: three labelled folders of sixteen organs, scribbles beside them."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"mask": 4},
    names=(
        "liver",
        "spleen",
        "stomach",
        "oesophagus",
        "adrenal gland",
        "rectum",
        "urinary bladder",
    ),
)


def make(root: Path) -> None:
    """All sixteen values occur; left is at low i, as the axes grow to the patient's right."""
    base = root / "WORD-V0.1.0"
    boxes = {
        1: (17, 30, 8, 26, 14, 27), 2: (2, 9, 4, 12, 18, 26), 3: (3, 9, 4, 12, 12, 17),
        4: (22, 29, 4, 8, 11, 14), 5: (5, 16, 18, 28, 18, 25), 6: (18, 22, 26, 30, 14, 18),
        7: (14, 17, 8, 12, 22, 27), 8: (10, 17, 13, 17, 14, 18), 9: (17, 21, 10, 16, 10, 14),
        10: (2, 8, 18, 28, 8, 14), 11: (10, 24, 18, 28, 6, 12), 12: (10, 13, 8, 11, 17, 20),
        13: (13, 18, 4, 10, 1, 6), 14: (12, 20, 14, 22, 1, 5), 15: (2, 7, 12, 18, 1, 6),
        16: (25, 30, 12, 18, 1, 6),
    }  # fmt: skip
    for part, n in (("Tr", 2), ("Tr", 30), ("Val", 14), ("Ts", 1)):
        name = f"word_{n:04d}.nii.gz"
        image, mask = fake_volume((32, 32, 28), boxes, seed=str(n))
        fake_nifti(base / f"images{part}" / name, image, spacing_mm=(1.0, 1.0, 3.0))
        fake_nifti(base / f"labels{part}" / name, mask, spacing_mm=(1.0, 1.0, 3.0))
    write_text(root / "__MACOSX" / "WORD-V0.1.0" / "imagesTr" / "._word_0002.nii.gz", "Mac OS X")
