"""CheXpert-v1.0-small: table paths that begin with another copy's name, two views of a study."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"train": 3, "val": 1},
    names=("pleural effusion", "no finding", "lung opacity", "support device"),
    absent=("pneumothorax",),
)

HEADER = [
    "Path",
    "Sex",
    "Age",
    "Frontal/Lateral",
    "AP/PA",
    "No Finding",
    "Enlarged Cardiomediastinum",
    "Cardiomegaly",
    "Lung Opacity",
    "Lung Lesion",
    "Edema",
    "Consolidation",
    "Pneumonia",
    "Atelectasis",
    "Pneumothorax",
    "Pleural Effusion",
    "Pleural Other",
    "Fracture",
    "Support Devices",
]


def _row(path: str, view: str, projection: str, **flags: str) -> list[str]:
    cells = {name.replace(" ", "_"): name for name in HEADER[5:]}
    values = [flags.get(key, "") for key in cells]
    return [f"CheXpert-v1.0/{path}", "Female", "68", view, projection, *values]


def make(root: Path) -> None:
    top = root / "CheXpert-v1.0-small"
    train = [
        _row("train/patient00001/study1/view1_frontal.jpg", "Frontal", "AP", No_Finding="1.0"),
        _row(
            "train/patient00002/study2/view1_frontal.jpg", "Frontal", "PA",
            Lung_Opacity="1.0", Pneumothorax="0.0", Pneumonia="-1.0", Pleural_Effusion="1.0",
        ),
        _row(
            "train/patient00002/study2/view2_lateral.jpg", "Lateral", "",
            Lung_Opacity="1.0", Pneumothorax="0.0", Pneumonia="-1.0", Pleural_Effusion="1.0",
        ),
    ]  # fmt: skip
    zero = {name.replace(" ", "_"): "0.0" for name in HEADER[5:]}
    valid = [
        _row(
            "valid/patient64541/study1/view1_frontal.jpg", "Frontal", "AP",
            **{**zero, "Support_Devices": "1.0"},
        )
    ]  # fmt: skip
    for name, rows in (("train", train), ("valid", valid)):
        write_table(top / f"{name}.csv", HEADER, rows)
        for row in rows:
            fake_image(top / row[0].split("/", 1)[1], (64, 52), mode="L", seed=row[0])
