"""INSPECT: one folder of CT angiograms, tables joined by the number of the impression."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import write_pair

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 2, "val": 1},
    names=("pulmonary embolism",),
    absent=("pulmonary embolism",),
)
STUDIES = (  # impression, image, person, split, positive, acute, subsegmental only
    (11, "PE452d1a1", 900001, "train", "True", 1, 0),
    (12, "PE452d1a2", 900001, "train", "False", 0, 0),
    (13, "PE452d1a3", 900002, "valid", "False", 0, 0),
    (14, "PE452d1a4", 900003, "test", "True", 1, 1),
    (15, "PE452d1a5", 900004, "test", "False", 0, 0),
)


def make(root: Path) -> None:
    """The volume of the last study is missing; impression 12 is listed twice."""
    base = root / "full"
    for _, image, *_ in STUDIES[:-1]:
        write_pair(base / "CTPA" / f"{image}.nii.gz", None, {})
    write_table(
        base / "labels_20250611.tsv",
        ["impression_id", "pe_positive_nlp", "pe_positive", "pe_acute", "pe_subsegmentalonly",
         "12_month_mortality", "12_month_PH"],
        [[s[0], s[4], int(s[4] == "True"), s[5], s[6], "False", "Censored"]
         for s in (*STUDIES, STUDIES[1])],
        sep="\t",
    )  # fmt: skip
    write_table(base / "splits_20250611.tsv", ["impression_id", "split"],
                [[s[0], s[3]] for s in STUDIES], sep="\t")  # fmt: skip
    write_table(base / "study_mapping_20250611.tsv",
                ["impression_id", "image_id", "person_id", "procedure_DATETIME"],
                [[s[0], f"{s[1]}.nii.gz", s[2], "2010-01-01 10:00:00"] for s in STUDIES],
                sep="\t")  # fmt: skip
    write_table(base / "impressions_20250611.tsv", ["impression_id", "impressions"],
                [[s[0], "1. No change of the small lymph nodes of the chest."] for s in STUDIES],
                sep="\t")  # fmt: skip
