"""ISIC 2019 as on Kaggle: the image folder nested, a down-sampled image, a blank lesion id."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=5, subjects=4, names=("melanocytic naevus", "melanoma", "squamous cell carcinoma")
)
CLASSES = ("MEL", "NV", "BCC", "AK", "BKL", "DF", "VASC", "SCC", "UNK")
ROWS = (
    ("ISIC_0000000", "NV", ""),
    ("ISIC_0012086_downsampled", "NV", ""),  # of the test part of ISIC 2017
    ("ISIC_0000029_downsampled", "NV", "BCN_0000001"),
    ("ISIC_0024306", "MEL", "BCN_0000001"),
    ("ISIC_0053453", "SCC", "BCN_0000003"),
)


def make(root: Path) -> None:
    truth, metadata = [], []
    for name, found, lesion in ROWS:
        truth.append([name, *("1.0" if c == found else "0.0" for c in CLASSES)])
        metadata.append([name, "55.0", "anterior torso", lesion, "female"])
        folder = root / "ISIC_2019_Training_Input" / "ISIC_2019_Training_Input"
        fake_image(folder / f"{name}.jpg", (64, 48))
    write_table(root / "ISIC_2019_Training_GroundTruth.csv", ["image", *CLASSES], truth)
    header = ["image", "age_approx", "anatom_site_general", "lesion_id", "sex"]
    write_table(root / "ISIC_2019_Training_Metadata.csv", header, metadata)
