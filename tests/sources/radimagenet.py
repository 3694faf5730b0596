"""RadImageNet: paths that begin with the top folder, findings by region, ultrasound by organ."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=4,
    splits={"test": 1, "train": 2, "val": 1},
    annotations={"class": 7},
    names=("emphysema", "gallbladder", "knee", "normal"),
)
LISTS = {
    "train": [
        ["radiology_ai/CT/lung/emphysema/lung013476.png", "lung-emphysema"],
        ["radiology_ai/MR/knee/normal/kn000021.png", "mr-knee-normal"],
    ],
    "val": [["radiology_ai/US/gb/usn000004.png", "usn-gb"]],
    "test": [["radiology_ai/CT/abd/normal/abd-normal000003.png", "abd-normal"]],
}


def make(root: Path) -> None:
    for split, rows in LISTS.items():
        write_table(root / f"RadiologyAI_{split}.csv", ["filename", "label"], rows)
        for name, _ in rows:
            fake_image(root / name, (64, 64), mode="L")
