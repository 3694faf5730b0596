from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 5}
)

ROWS = [
    (10000001, 50000001, "aa-11", "abnormality", "what abnormalities are seen in this image?",
     "atelectasis, pleural effusion", "train"),
    (10000001, 50000001, "aa-11", "level", "what level is the pleural effusion?", "small", "train"),
    (10000001, 50000001, "aa-11", "presence", "is there pneumothorax?", "no", "train"),
    (10000002, 50000002, "bb-22", "view", "which view is this image taken?", "pa view", "val"),
    (11000003, 50000003, "cc-33", "location", "where is the opacity?", "left lower lobe", "test"),
]  # fmt: skip


def make(root: Path) -> None:
    write_table(
        root / "medical-cxr-vqa-questions.csv",
        ["subject_id", "study_id", "dicom_id", "question_type", "question", "answer", "split"],
        ROWS,
    )
    for subject, study, dicom, *_ in ROWS:
        folder = root.parent / f"mimic-cxr-jpg/files/p{str(subject)[:2]}/p{subject}/s{study}"
        fake_image(folder / f"{dicom}.jpg", mode="L")
