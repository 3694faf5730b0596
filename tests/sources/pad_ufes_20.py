"""PAD-UFES-20: three image folders, one nested once more; the misspelt column "fitspatrick"."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    annotations={"class": 3},
    names=("melanocytic naevus", "basal cell carcinoma", "actinic keratosis"),
)
HEADER = [
    "patient_id",
    "lesion_id",
    "smoke",
    "drink",
    "background_father",
    "background_mother",
    "age",
    "pesticide",
    "gender",
    "skin_cancer_history",
    "cancer_history",
    "has_piped_water",
    "has_sewage_system",
    "fitspatrick",
    "region",
    "diameter_1",
    "diameter_2",
    "diagnostic",
    "itch",
    "grew",
    "hurt",
    "changed",
    "bleed",
    "elevation",
    "img_id",
    "biopsed",
]


def _row(patient: str, lesion: int, diagnosis: str, image: str) -> list[str]:
    known = {
        "patient_id": patient, "lesion_id": str(lesion), "age": "55", "fitspatrick": "3.0",
        "diagnostic": diagnosis, "img_id": image, "hurt": "UNK", "biopsed": "True",
    }  # fmt: skip
    return [known.get(name, "") for name in HEADER]


def make(root: Path) -> None:
    rows = [
        _row("PAT_1516", 1765, "NEV", "PAT_1516_1765_530.png"),
        _row("PAT_46", 881, "BCC", "PAT_46_881_939.png"),
        _row("PAT_46", 882, "ACK", "PAT_46_882_940.png"),
    ]
    write_table(root / "metadata.csv", HEADER, rows)
    fake_image(root / "images" / "imgs_part_1" / "PAT_1516_1765_530.png", (48, 48), mode="RGBA")
    fake_image(root / "images" / "imgs_part_2" / "PAT_46_881_939.png", (48, 60))
    fake_image(root / "images" / "imgs_part_3" / "imgs_part_3" / "PAT_46_882_940.png", (60, 48))
