"""RSNA-STR PE 2020: a row per image whose exam columns repeat, test series without rows."""

from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("pulmonary embolism",),
    absent=("pulmonary embolism",),
)
HEADER = [
    "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "pe_present_on_image",
    "negative_exam_for_pe", "qa_motion", "qa_contrast", "flow_artifact", "rv_lv_ratio_gte_1",
    "rv_lv_ratio_lt_1", "leftsided_pe", "chronic_pe", "true_filling_defect_not_pe",
    "rightsided_pe", "acute_and_chronic_pe", "central_pe", "indeterminate",
]  # fmt: skip
POSITIVE = [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
NEGATIVE = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def make(root: Path) -> None:
    """UIDs are hexadecimal codes; the first exam has an embolus on slices 3 and 4."""
    rows = []
    for part, study, series, exam in (
        ("train", "6897fa9de148", "2bfbb7fd2e8b", POSITIVE),
        ("train", "014d1c2b4a9e", "ac9f1d66e3b1", NEGATIVE),
        ("test", "00268ff88746", "75d23269adbd", None),
    ):
        folder = root / part / study / series
        image, _ = fake_volume((32, 32, 8), seed=study)
        tags = {"StudyInstanceUID": f"1.2.826.{int(study, 16)}",
                "SeriesInstanceUID": f"1.2.826.{int(series, 16)}"}  # fmt: skip
        made = fake_dicom_series(
            folder, image, name=f"{series[:8]}{{n:04d}}.dcm", PatientID=study, **tags
        )
        for n, _slice in enumerate(made, 1):
            if exam:
                found = int(exam is POSITIVE and n in (3, 4))
                rows.append([study, series, f"{series[:8]}{n:04d}", found, *exam])
    write_table(root / "train.csv", HEADER, rows)
