"""Blood Cell Images as Kaggle nests it: TEST_SIMPLE, and the annotated originals beside them."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table, write_text

EXPECTED = Expected(
    cases=5,
    subjects=4,
    names=("eosinophil", "lymphocyte", "monocyte", "neutrophil"),
)
VOC = (
    "<annotation><filename>BloodImage_00000.jpg</filename><object><name>WBC</name>"
    "<bndbox><xmin>260</xmin><ymin>177</ymin><xmax>491</xmax><ymax>376</ymax></bndbox>"
    "</object></annotation>"
)


def make(root: Path) -> None:
    """`_<k>_<n>` is augmented copy n of cell k of its class: copies stay together."""
    top = root / "dataset2-master" / "dataset2-master"
    for name in (
        "TRAIN/EOSINOPHIL/_0_1169.jpeg",
        "TRAIN/MONOCYTE/_1_102.jpeg",
        "TRAIN/MONOCYTE/_1_4511.jpeg",
        "TEST/LYMPHOCYTE/_3_77.jpeg",
        "TEST/NEUTROPHIL/_9_8.jpeg",
    ):
        fake_image(top / "images" / name, (64, 48))
    write_table(top / "labels.csv", ["", "Image", "Category"], [[0, 0, "NEUTROPHIL"]])
    old = root / "dataset-master" / "dataset-master"
    write_text(old / "Annotations" / "BloodImage_00000.xml", VOC)
    write_table(old / "labels.csv", ["", "Image", "Category"], [[0, 0, "NEUTROPHIL"]])
