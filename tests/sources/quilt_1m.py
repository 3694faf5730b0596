from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, splits={"train": 3, "val": 1}, annotations={"caption": 5})


def make(root: Path) -> None:
    rows = [
        (
            "Aa_1bC-dE2f_image_0a1b2c.jpg",
            "quilt",
            "train",
            "Nests of atypical cells in the dermis.",
        ),
        ("Aa_1bC-dE2f_image_0a1b2c.jpg", "quilt", "train", "The epidermis is flattened."),
        ("Aa_1bC-dE2f_image_9f8e7d.jpg", "quilt", "train", "Higher power, with mitoses."),
        ("Zz9_yXwVu87_image_112233.jpg", "quilt", "val", "Colonic mucosa with crypt abscesses."),
        ("00001000010913.jpg", "laion", "train", "H&E stain of a lymph node."),
    ]
    write_table(
        root / "quilt_1M_lookup.csv",
        [
            "", "caption", "image_path", "subset", "split", "pathology", "roi_text", "noisy_text",
            "corrected_text", "med_umls_ids", "magnification", "height", "width",
        ],
        [
            (k, caption, path, subset, split, "['Dermatopathology']", "['']", "", "[]", "[]", "1.0",
             48, 64)
            for k, (path, subset, split, caption) in enumerate(rows)
        ],
    )  # fmt: skip
    for path in sorted({row[0] for row in rows}):
        fake_image(root / "quilt_1m" / path)
