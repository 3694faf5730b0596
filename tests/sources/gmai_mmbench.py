import base64
from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 3}, annotations={"qa": 3})


def make(root: Path) -> None:
    rows = []
    questions = [
        ("Which organ is inside the bounding box?", "Liver", "Spleen", "Kidney", "Stomach", "", "B",
         "OR-A", "General Surgery", "Bounding Box", "CT"),
        ("What disease does this fundus photograph show?", "Glaucoma", "Normal", "Cataract",
         "Diabetic retinopathy", "Myopia", "E", "DD", "Ophthalmology", "Image Level",
         "Fundus Photography"),
        ("What is the stage?", "Stage 1", "Stage 2", "", "", "", "A", "SG", "Orthopedic Surgery",
         "Image Level", "X_Ray"),
    ]  # fmt: skip
    for k, question in enumerate(questions):
        picture = root / f"{k}.jpg"
        fake_image(picture)
        encoded = base64.b64encode(picture.read_bytes()).decode()
        picture.unlink()
        stem, *choices = question
        rows.append((k, encoded, stem, *choices[:5], choices[5], "VAL", *choices[6:]))
    write_table(
        root / "GMAI_mm_bench_VAL.tsv",
        [
            "index", "image", "question", "A", "B", "C", "D", "E", "answer", "category",
            "clinical vqa task", "department", "perceptual granularity", "modality",
        ],
        rows,
        sep="\t",
    )  # fmt: skip
