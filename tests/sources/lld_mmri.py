"""LLD-MMRI: eight phases cropped to sizes of their own, blanks and + in names, text lists."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=16,
    subjects=2,
    annotations={"class": 16},
    names=("hepatocellular carcinoma",),
)
PHASES = ("C+A", "C+Delay", "C-pre", "C+V", "DWI", "In Phase", "Out Phase", "T2WI")


def make(root: Path) -> None:
    """Lists hold a folder and a class, parted by a blank; folds repeat the whole list."""
    top = root / "classification_dataset"
    cases = {"MR195201": 0, "MR745": 6}
    for case in cases:
        for n, phase in enumerate(PHASES):
            image, _ = fake_volume((36 + n, 34, 12), low=0, high=900, seed=case + phase)
            fake_nifti(top / "images" / case / f"{phase}.nii.gz", image, spacing_mm=(1.2, 1.2, 3))
    lines = [f"{case} {label}\n" for case, label in cases.items()]
    write_text(top / "labels" / "labels.txt", "".join(lines))
    for fold in range(1, 6):
        write_text(top / "labels" / f"train_fold{fold}.txt", lines[0])
        write_text(top / "labels" / f"val_fold{fold}.txt", lines[1])
