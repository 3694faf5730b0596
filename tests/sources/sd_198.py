"""SD-198: a folder per disease, lists like those of CUB, and the folds of an 8:2 split.

Folder names hold underscores and brackets; `classes.txt` counts from 1, the fold lists from 0.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=5,
    subjects=5,
    annotations={"class": 5},
    names=("psoriasis", "vitiligo", "acne vulgaris", "actinic keratosis"),
)
IMAGES = (
    ("Acne_Vulgaris", "030102HB"),
    ("Acne_Vulgaris", "Acne2"),
    ("Actinic_solar_Damage(Actinic_Keratosis)", "004002HB"),
    ("Psoriasis", "040121HB"),
    ("Vitiligo", "vitiligo-12"),
)


def make(root: Path) -> None:
    top = root / "sd-198"
    classes = list(dict.fromkeys(folder for folder, _ in IMAGES))
    paths = [f"{folder}/{stem}.jpg" for folder, stem in IMAGES]
    for path in paths:
        fake_image(top / "images" / path, (64, 48), seed=path)
    lines = {
        "classes.txt": [f"{n} {name}" for n, name in enumerate(classes, 1)],
        "images.txt": [f"{n} {path}" for n, path in enumerate(paths, 1)],
        "image_class_labels.txt": [
            f"{n} {classes.index(folder) + 1}" for n, (folder, _) in enumerate(IMAGES, 1)
        ],
    }
    lists = [f"{path} {classes.index(f)}" for path, (f, _) in zip(paths, IMAGES, strict=True)]
    for fold in range(2):
        lines[f"8_2_split/train_{fold}.txt"] = [v for k, v in enumerate(lists) if k % 2 != fold]
        lines[f"8_2_split/val_{fold}.txt"] = [v for k, v in enumerate(lists) if k % 2 == fold]
    for name, text in lines.items():
        write_text(top / name, "".join(f"{line}\n" for line in text))
