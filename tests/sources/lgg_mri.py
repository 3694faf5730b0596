"""LGG MRI: slices of three channels with masks, an empty mask, and the whole tree once more."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(cases=4, subjects=2, annotations={"mask": 4})
STUDIES = {"TCGA_CS_4941_19960909": (1, 2, 10), "TCGA_HT_A61B_19991127": (1,)}
HEADER = [
    "Patient", "RNASeqCluster", "MethylationCluster", "miRNACluster", "CNCluster", "RPPACluster",
    "OncosignCluster", "COCCluster", "histological_type", "neoplasm_histologic_grade",
    "tumor_tissue_site", "laterality", "tumor_location", "gender",
    "age_at_initial_pathologic", "race", "ethnicity", "death01",
]  # fmt: skip


def make(root: Path) -> None:
    for top in (root / "kaggle_3m", root / "lgg-mri-segmentation" / "kaggle_3m"):
        for study, slices in STUDIES.items():
            for n in slices:
                stem = f"{study}_{n}"
                fake_image(top / study / f"{stem}.tif", (64, 64))
                mask = top / study / f"{stem}_mask.tif"
                fake_mask(mask, (64, 64), {} if n == 1 else {255: (20, 16, 40, 30)})
        rows = [["TCGA_CS_4941", 2, 4, 2, 2, "", 3, 2, 1, 2, 1, 3, 2, 2, 67, 3, 2, 1]]
        rows.append(["TCGA_HT_A61B", "", 4, 2, 1, 1, "", 1, 1, 1, "", 1, 6, 2, 57, "", "", 0])
        write_table(top / "data.csv", HEADER, rows)
