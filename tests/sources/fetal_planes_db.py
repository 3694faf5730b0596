"""FETAL_PLANES_DB: semicolons, a column with a blank behind it, names without suffix."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=2,
    splits={"test": 1, "train": 3},
    annotations={"class": 8},
    names=("fetal brain plane", "transthalamic plane", "maternal cervix"),
)
TABLE = """\
Image_name;Patient_num;Plane;Brain_plane;Operator;US_Machine;Train 
Patient00001_Plane1_1_of_15;1;Other;Not A Brain;Other;Aloka;1
Patient00001_Plane3_1_of_1;1;Fetal brain;Trans-thalamic;Other;Aloka;1
Patient00001_Plane6_1_of_1;1;Maternal cervix;Not A Brain;Op. 1;Voluson E6;1
Patient00168_Plane3_1_of_2;168;Fetal brain;Trans-cerebellum;Op. 2;Voluson S10;0
"""  # noqa: W291


def make(root: Path) -> None:
    top = root / "FETAL_PLANES_ZENODO"
    write_text(top / "FETAL_PLANES_DB_data.csv", TABLE)
    for line in TABLE.splitlines()[1:]:
        fake_image(top / "Images" / f"{line.split(';')[0]}.png", (70, 52), mode="L")
