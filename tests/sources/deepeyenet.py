from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# A list of objects with one key, the path; images of one case share their text.
EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"caption": 4}
)

ROWS = {
    "train": [
        ("train_set/macular-dystrophy-1.jpg", "macular dystrophy, bull's eye",
         "45-year-old white woman. Bull's eye maculopathy of both eyes."),
        ("train_set/macular-dystrophy-2.jpg", "macular dystrophy, bull's eye",
         "45-year-old white woman. Bull's eye maculopathy of both eyes."),
    ],
    "valid": [("val_set/choroidal-melanoma-7.jpg", "choroidal melanoma",
               "pigmented choroidal mass with orange pigment")],
    "test": [("test_set/drusen_fa-3.jpg", "drusen, fluorescein angiogram", "staining of drusen")],
}  # fmt: skip


def make(root: Path) -> None:
    for split, rows in ROWS.items():
        write_json(
            root / f"DeepEyeNet_{split}.json",
            [
                {f"eyenet0420/{path}": {"keywords": words, "clinical-description": text}}
                for path, words, text in rows
            ],
        )
        for path, _, _ in rows:
            fake_image(root / "eyenet0420" / path)
