from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

# Tables say "validation", folders "valid". A sentence without an anatomy is about the whole scan.
# One scan has no masks. The header is a default one.
EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    annotations={"mask": 4},
    names=("lung", "heart"),
)


def make(root: Path) -> None:
    volumes = {
        "train": ("train_1_a_1.nii.gz", "train_2_a_1.nii.gz"),
        "validation": ("valid_1_a_1.nii.gz",),
    }
    top = root / "dataset/radgenome_files"
    for split, names in volumes.items():
        write_table(
            top / f"{split}_region_report.csv",
            ["Volumename", "Anatomy", "Sentence"],
            [
                row
                for name in names
                for row in (
                    (name, "lung", "A 5 mm nodule is seen in the right upper lobe."),
                    (name, "", "No pathological lymph node is seen."),
                )
            ],
        )
        write_table(
            top / f"{split}_vqa_abnormality.csv",
            ["Volumename", "Anatomy", "Abnormality"],
            [(name, "lung", "nodule") for name in names],
        )
        write_table(
            top / f"{split}_vqa_location.csv",
            ["Volumename", "Anatomy", "Abnormality"],
            [(name, "right upper lobe", "nodule") for name in names],
        )
        write_table(
            top / f"{split}_vqa_presence.csv",
            ["Volumename", "Anatomy", "Finding", "Presence"],
            [(name, "heart", "pericardial effusion", "No") for name in names],
        )
        write_table(
            top / f"{split}_vqa_size.csv",
            ["Volumename", "Anatomy", "Abnormality", "Size"],
            [(name, "lung", "nodule", "5 mm") for name in names],
        )
        write_table(
            top / f"{split}_case_disorders.csv",
            ["Volumename", "Disorders"],
            [(name, "nodule") for name in names],
        )
        for name in names:
            part, patient, scan, _ = name.split("_")
            place = f"{part}_preprocessed/{part}_{patient}/{part}_{patient}{scan}/{name}"
            boxes = {1: (4, 12, 6, 26, 4, 20), 2: (14, 24, 10, 22, 6, 16)}
            values, drawn = fake_volume((32, 32, 24), boxes, seed=name)
            fake_nifti(root / "dataset" / place, values)
            if not name.startswith("train_2"):
                masks = root / f"dataset/{part}_region_mask/seg_{name.removesuffix('.nii.gz')}"
                for value, region in ((1, "lung"), (2, "heart")):
                    mask = (drawn == value).astype("uint8")
                    fake_nifti(masks / f"{region}.nii.gz", mask)
            other = f"dataset/{part}/{part}_{patient}/{part}_{patient}_{scan}/{name}"
            fake_nifti(root.parent / "ct-rate" / other, values)
