"""DeepDRiD: a column for each eye, paths with backslashes, grade 5, ultra-widefield pictures.

Two photographs of each eye; the cell of the other eye is empty. The evaluation part has a
spreadsheet with other columns.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table, write_xlsx

EXPECTED = Expected(
    cases=9,
    subjects=4,
    splits={"test": 1, "train": 6, "val": 2},
    names=("moderate nonproliferative diabetic retinopathy", "no diabetic retinopathy"),
)
HEADER = [
    "patient_id", "image_id", "image_path", "Overall quality", "left_eye_DR_Level",
    "right_eye_DR_Level", "patient_DR_Level", "Clarity", "Field definition", "Artifact",
]  # fmt: skip


def make(root: Path) -> None:
    regular = root / "regular_fundus_images"
    for folder, patient, left, right in (
        ("regular-fundus-training", 1, "2.0", "0.0"),
        ("regular-fundus-validation", 265, "5.0", ""),
    ):
        rows = []
        for eye in ("l1", "l2", "r1", "r2"):
            if eye[0] == "r" and not right:
                continue
            name = f"{patient}_{eye}"
            fake_image(regular / folder / "Images" / str(patient) / f"{name}.jpg", (72, 60))
            grades = [left, ""] if eye[0] == "l" else ["", right]
            path = f"\\{folder}\\{patient}\\{name}.jpg"
            rows.append([patient, name, path, 1, *grades, left, 10, 8, 0])
        write_table(regular / folder / f"{folder}.csv", HEADER, rows)
    folder = regular / "Online-Challenge1&2-Evaluation"
    fake_image(folder / "Images" / "347" / "347_l1.jpg", (72, 60))
    write_xlsx(folder / "Challenge1_labels.xlsx", ["image_id", "DR_Levels"], [["347_l1", 3]])
    wide = root / "ultra-widefield_images" / "ultra-widefield-training"
    rows = []
    for name in ("1_l1", "2_r1"):
        fake_image(wide / "Images" / name[0] / f"{name}.jpg", (80, 60), seed="wide" + name)
        path = f"\\ultra-widefield-training\\{name[0]}\\{name}.jpg"
        rows.append([name[0], name, path, 1])
    header = ["patient_id", "image_id", "image_path", "DR_level"]
    write_table(wide / "ultra-widefield-training.csv", header, rows)
