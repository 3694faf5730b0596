"""BCN20000 as figshare has it: codes in a table, lesions seen twice, a test set without answers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    names=("melanoma", "melanocytic naevus", "basal cell carcinoma"),
)
HEADER = [
    "bcn_filename", "age_approx", "anatom_site_general", "diagnosis", "lesion_id", "capture_date",
    "sex", "split",
]  # fmt: skip
ROWS = [
    ["BCN_0000000001.jpg", "55.0", "anterior torso", "MEL", "BCN_0003884", "2012-05-16", "male"],
    ["BCN_0000000003.jpg", "50.0", "anterior torso", "MEL", "BCN_0003884", "2012-05-16", "male"],
    ["BCN_0000000004.jpg", "85.0", "head/neck", "BCC", "BCN_0001442", "2015-07-09", "female"],
    ["BCN_0000000006.jpg", "", "", "NV", "BCN_0002000", "2013-02-18", ""],
]


def make(root: Path) -> None:
    table = root / "bcn_20k_train.csv"
    write_table(table, HEADER, [[*row, "train"] for row in ROWS])
    for row in ROWS:
        fake_image(root / "BCN_20k_train" / "bcn_20k_train" / row[0], (64, 64))
