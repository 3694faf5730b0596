"""SLICE-3D: crops of lesions with the table of the training set; a test table without answers."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    names=("benign", "malignant"),
)
HEADER = [
    "isic_id", "target", "patient_id", "age_approx", "sex", "anatom_site_general",
    "clin_size_long_diam_mm", "image_type", "tbp_tile_type", "tbp_lv_A", "attribution",
    "copyright_license", "lesion_id", "iddx_full", "iddx_1", "mel_thick_mm",
    "tbp_lv_dnn_lesion_confidence",
]  # fmt: skip
TILE = ["TBP tile: close-up", "3D: XP", "20.2"]
ROWS = [
    ["ISIC_0015670", 0, "IP_1235828", "60.0", "male", "lower extremity", "3.04", *TILE,
     "Memorial Sloan Kettering Cancer Center", "CC-BY", "", "Benign", "Benign", "", "97.5"],
    ["ISIC_0082829", 1, "IP_8170065", "60.0", "male", "posterior torso", "7.10", *TILE,
     "Memorial Sloan Kettering Cancer Center", "CC-BY", "IL_6727506",
     "Malignant::Malignant melanocytic proliferations (Melanoma)::Melanoma in situ", "Malignant",
     "", "99.9"],
    ["ISIC_0096034", 0, "IP_8170065", "", "", "", "2.55", *TILE,
     "Department of Dermatology, Hospital Clinic de Barcelona", "CC-BY-NC", "", "Benign",
     "Benign", "", "12.1"],
]  # fmt: skip


def make(root: Path) -> None:
    top = root / "isic-2024-challenge"
    write_table(top / "train-metadata.csv", HEADER, ROWS)
    for row in ROWS:
        fake_image(top / "train-image" / "image" / f"{row[0]}.jpg", (52, 52))
    answers = {"target", "lesion_id", "iddx_full", "iddx_1", "mel_thick_mm"}
    header = [name for name in HEADER if name not in answers]
    write_table(top / "test-metadata.csv", header, [["ISIC_0015657", "IP_6074337", *header[2:]]])
