"""MedFMC as the challenge has it: three tasks with a table each, blanks in names of colon tiles."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=6,
    subjects=5,
    names=("pleural effusion", "lung nodule", "polyp", "ulcer"),
)
CHEST = [
    "pleural_effusion", "nodule", "pneumonia", "cardiomegaly", "hilar_enlargement", "fracture_old",
    "fibrosis", "aortic_calcification", "tortuous_aorta", "thickened_pleura", "TB", "pneumothorax",
    "emphysema", "atelectasis", "calcification", "pulmonary_edema", "increased_lung_markings",
    "elevated_diaphragm", "consolidation",
]  # fmt: skip
ENDO = ["ulcer", "erosion", "polyp", "tumor"]
TILE = "2019-08974-1-5-5_2019-05-28 23_17_50-lv1-33952-9759-6526-5268p0018.png"
OTHER = "2019-06-11 01_00_50-lv1-1956-12720-11095-7901p0079.png"


def _row(image: str, study: str, columns: list[str], *present: str) -> list[object]:
    return [image, study, *(int(name in present) for name in columns)]


def make(root: Path) -> None:
    tables = {
        "chest": (CHEST, [
            _row("77391a20.png", "77391", CHEST, "pleural_effusion", "nodule"),
            _row("a2f00017.png", "82610", CHEST),
        ]),
        "endo": (ENDO, [
            _row("13333_2021.11_0003_55200215.png", "13333_2021.11_0003", ENDO, "polyp"),
            _row("13333_2021.11_0003_55200216.png", "13333_2021.11_0003", ENDO, "polyp", "ulcer"),
        ]),
        "colon": (["tumor"], [
            _row(TILE, "2019-08974-1-5-5", ["tumor"], "tumor"),
            _row(OTHER, "2019-06-11 01_00_50", ["tumor"]),
        ]),
    }  # fmt: skip
    for task, (columns, rows) in tables.items():
        top = root / "MedFMC_train" / task
        write_table(top / f"{task}_train.csv", ["img_id", "study_id", *columns], rows)
        mode = "L" if task == "chest" else "RGB"
        for row in rows:
            fake_image(top / "images" / str(row[0]), (64, 64), mode=mode)
