from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=2, subjects=2, splits={"test": 1, "train": 1}, annotations={"qa": 2})

STUDIES = [
    (10000001, 50000001, "aa-11"),
    (10000001, 50000002, "bb-22"),
    (10000002, 50000003, "cc-33"),
    (10000002, 50000004, "dd-44"),
]


def make(root: Path) -> None:
    images = root.parent / "mimic-cxr-jpg"
    write_table(
        root / "mimic_all.csv",
        ["subject_id", "study_id", "No Finding", "dicom_id", "view", "split", "study_date",
         "study_order"],
        [
            (subject, study, "1.0", dicom, "postero-anterior", "train", "2150-01-01", "1.0")
            for subject, study, dicom in STUDIES
        ],
    )  # fmt: skip
    write_table(
        root / "mimic_pair_questions.csv",
        ["study_id", "subject_id", "ref_id", "question_type", "question", "answer", "split"],
        [
            (50000002, 10000001, 50000001, "difference",
             "what has changed compared to the reference image?",
             "the main image has an additional finding of pleural effusion. ",
             "train"),
            (50000002, 10000001, 50000001, "presence", "is there pneumothorax?", "no", "train"),
            (50000004, 10000002, 50000003, "view", "which view is this image taken?", "pa view",
             "test"),
        ],
    )  # fmt: skip

    for subject, study, dicom in STUDIES:
        fake_image(images / f"files/p{str(subject)[:2]}/p{subject}/s{study}/{dicom}.jpg", mode="L")
