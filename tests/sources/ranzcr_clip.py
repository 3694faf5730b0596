"""RANZCR CLiP: columns with " - ", polylines in cells, two studies of a patient."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=3, subjects=2)
FLAGS = [
    "ETT - Abnormal", "ETT - Borderline", "ETT - Normal", "NGT - Abnormal", "NGT - Borderline",
    "NGT - Incompletely Imaged", "NGT - Normal", "CVC - Abnormal", "CVC - Borderline",
    "CVC - Normal", "Swan Ganz Catheter Present",
]  # fmt: skip
UID = "1.2.826.0.1.3680043.8.498."
STUDIES = {
    f"{UID}26697628953273228189375557799582420561": ("ec89415d1", ["NGT - Normal"]),
    f"{UID}46302891597398758759818628675365157729": (
        "ec89415d1", ["ETT - Normal", "CVC - Borderline"],
    ),
    f"{UID}23819260719748494858948050424870692577": ("bf4c6da3c", []),
}  # fmt: skip


def make(root: Path) -> None:
    rows, lines = [], []
    for study, (patient, present) in STUDIES.items():
        rows.append([study, *(int(name in present) for name in FLAGS), patient])
        lines += [[study, name, "[[10, 8], [22, 30], [24, 44]]"] for name in present]
        fake_image(root / "train" / f"{study}.jpg", (72, 64), mode="L")
    write_table(root / "train.csv", ["StudyInstanceUID", *FLAGS, "PatientID"], rows)
    write_table(root / "train_annotations.csv", ["StudyInstanceUID", "label", "data"], lines)
    test = f"{UID}46923145579096002617106567297135160932"
    fake_image(root / "test" / f"{test}.jpg", (72, 64), mode="L")
    write_table(root / "sample_submission.csv", ["StudyInstanceUID", *FLAGS], [[test] + [0] * 11])
