"""Kvasir-Capsule: class folders, `;` table with short rows, corners of boxes, `Vater`/`vater`."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=3,
    names=("ampulla of Vater", "erosion", "foreign body", "fresh blood"),
)
CORNERS = "30;40;30;90;100;90;100;40"
ROWS = [
    ("3c8d5f0b90d7475d", "885", "Luminal", "Blood - fresh", ";;;;;;;"),
    ("3c8d5f0b90d7475d", "1010", "Luminal", "Erosion", ";" + CORNERS),
    ("3c8d5f0b90d7475d", "3", "Luminal", "Normal clean mucosa", ";;;;;;;"),
    ("7a47e8eacea04e64", "885", "Anatomy", "Ampulla of Vater", ";;;;;;;"),
    ("8ebf0e483cac48d6", "12345", "Luminal", "Foreign body", ";" + CORNERS),
]


def make(root: Path) -> None:
    lines = [
        "filename;video_id;frame_number;finding_category;finding_class;x1;y1;x2;y2;x3;y3;x4;y4"
    ]
    for video, frame, category, kind, rest in ROWS:
        name = f"{video}_{frame}.jpg"
        lines.append(f"{name};{video};{frame};{category};{kind}{rest}")
        folder = kind.replace("Vater", "vater")
        fake_image(root / "labelled_images" / folder / name, (168, 168))
    write_text(root / "metadata.csv", "\n".join(lines) + "\n")
    write_text(root / "metadata.json", "{}")
