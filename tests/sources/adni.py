"""ADNI as LONI hands it out: description, time and image id are folders; a table beside."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"class": 4},
    names=("Alzheimer's disease", "mild cognitive impairment"),
)
SCANS = (
    ("002_S_0295", "CN", "bl", "2006-04-18_08_20_30.0", "13722", "4/18/2006"),
    ("002_S_0729", "MCI", "bl", "2006-07-17_10_23_50.0", "18859", "7/17/2006"),
    ("002_S_0729", "AD", "m12", "2007-07-17_09_01_10.0", "66462", "7/17/2007"),
    ("005_S_0221", "AD", "bl", "2006-05-24_13_13_10.0", "72129", "5/24/2006"),
)


def make(root: Path) -> None:
    """A patient who came twice has two diagnoses; every cell is quoted."""
    lines = ["Image Data ID", "Subject", "Group", "Sex", "Age", "Visit", "Modality",
             "Description", "Type", "Acq Date", "Format", "Downloaded"]  # fmt: skip
    table = [lines]
    for subject, group, visit, time, image_id, date in SCANS:
        image, _ = fake_volume((30, 34, 28), low=0, high=900, seed=image_id)
        name = f"ADNI_{subject}_MR_MP-RAGE__br_raw_20060418193713091_1_S13408_I{image_id}.nii"
        fake_nifti(root / "ADNI" / subject / "MP-RAGE" / time / f"I{image_id}" / name, image)
        table.append([f"I{image_id}", subject, group, "M", "84", visit, "MRI", "MP-RAGE",
                      "Original", date, "NiFTI", "11/22/2024"])  # fmt: skip
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in table) + "\n"
    write_text(root / "ADNI1_Baseline_11_22_2024.csv", text)
