"""Fitzpatrick 17k: images by hash; one address is dead, one label is known to be wrong."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=5,
    subjects=5,
    annotations={"class": 7},
    names=("psoriasis", "malignant", "benign", "actinic keratosis"),
)
HEADER = ["md5hash", "fitzpatrick_scale", "fitzpatrick_centaur", "label", "nine_partition_label",
          "three_partition_label", "qc", "url", "url_alphanum"]  # fmt: skip
ROWS = [
    ("5e82a45bc5d78bd24ae9202d194423f8", 3, 3, "psoriasis", "inflammatory", "non-neoplastic", ""),
    ("fa2911a9b13b6f8af79cb700937cc14f", 1, -1, "basal cell carcinoma", "malignant epidermal",
     "malignant", "1 Diagnostic"),
    ("d2bac3c9e4499032ca8e9b07c7d3bc40", -1, 4, "dermatofibroma", "benign dermal", "benign", ""),
    ("1b9f7fa0b1a0ee4f9a5a2d0c1c5a8b3e", 2, 2, "actinic keratosis", "malignant epidermal",
     "malignant", ""),
    ("c7e2b4b9a1d64f0f8a3b5c6d7e8f9a0b", 2, 1, "melanoma", "malignant melanoma", "malignant",
     "3 Wrongly labelled"),
    ("0a94359e7eaacd7178e06b2823777789", 1, 1, "acne", "inflammatory", "non-neoplastic", ""),
]  # fmt: skip


def make(root: Path) -> None:
    site = "https://www.example.org/images"
    rows = [[*row, f"{site}/{row[0]}.jpg", f"httpswwwexampleorg{row[0]}jpg"] for row in ROWS]
    write_table(root / "fitzpatrick17k.csv", HEADER, rows)
    for name, *_ in ROWS[:5]:
        fake_image(root / "images" / f"{name}.jpg", (64, 48))
