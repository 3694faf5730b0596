"""SCIN: up to three images in one row, weights in a dict, negative numbers, one without answer."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, names=("eczema",))
CASES_HEADER = [
    "case_id", "source", "release", "year", "age_group", "sex_at_birth", "fitzpatrick_skin_type",
    "textures_raised_or_bumpy", "body_parts_arm", "related_category", "condition_duration",
    "image_1_path", "image_2_path", "image_3_path", "image_1_shot_type", "image_2_shot_type",
    "image_3_shot_type",
]  # fmt: skip
LABELS_HEADER = [
    "case_id", "dermatologist_gradable_for_skin_condition_1",
    "dermatologist_skin_condition_on_label_name", "dermatologist_skin_condition_confidence",
    "weighted_skin_condition_label", "dermatologist_fitzpatrick_skin_type_label_1",
]  # fmt: skip
CASES = {
    "-1000600354148496558": ["-3205742176803893704", "-4762289084741430925"],
    "1003342320284213513": ["-8362246217372105117"],
    "-1004129226194083102": ["5069612018298764131"],
}
LABELS = [
    ["DEFAULT_YES_IMAGE_QUALITY_SUFFICIENT", "['Eczema', 'Psoriasis']", "[4, 2]",
     "{'Eczema': 0.67, 'Psoriasis': 0.33}", "FST2"],
    ["DEFAULT_YES_IMAGE_QUALITY_SUFFICIENT", "['Eczema']", "[5]", "{'Eczema': 1.0}", "FST4"],
    ["NO_IMAGE_QUALITY_INSUFFICIENT", "[]", "[]", "{}", ""],
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "dataset"
    rows = []
    for case, images in CASES.items():
        paths = [f"dataset/images/{name}.png" for name in images]
        for name in images:
            fake_image(top / "images" / f"{name}.png", (54, 72))
        shots = ["CLOSE_UP", "AT_DISTANCE"][: len(paths)]
        pad = [""] * (3 - len(paths))
        facts = ["SCIN", "1.0.0", 2023, "AGE_30_TO_39", "FEMALE", "FST2", "YES", "", "RASH"]
        rows.append([case, *facts, "ONE_DAY", *paths, *pad, *shots, *pad])
    write_table(top / "scin_cases.csv", CASES_HEADER, rows)
    labels = [[case, *row] for case, row in zip(CASES, LABELS, strict=True)]
    write_table(top / "scin_labels.csv", LABELS_HEADER, labels)
