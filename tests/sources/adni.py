"""ADNI as LONI hands it out: old and new folders, PET beside MR, a table of a collection."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_text

EXPECTED = Expected(
    cases=5,
    subjects=4,
    annotations={"class": 4},  # of a later visit the group is not said
    names=("Alzheimer's disease", "mild cognitive impairment"),
)
SCANS = (
    ("002_S_0295", "CN", "bl", "2006-04-18_08_20_30.0", "13722", "4/18/2006"),
    ("002_S_0729", "MCI", "bl", "2006-07-17_10_23_50.0", "18859", "7/17/2006"),
    ("002_S_0729", "AD", "m12", "2007-07-17_09_01_10.0", "66462", "7/17/2007"),
    ("005_S_0221", "AD", "bl", "2006-05-24_13_13_10.0", "72129", "5/24/2006"),
    ("027_S_0408", "MCI", "sc", "2006-05-10_13_41_42.0", "37548", "5/10/2006"),
)


def make(root: Path) -> None:
    """A patient came twice; one image is in a folder named by series; every cell is quoted."""
    lines = ["Image Data ID", "Subject", "Group", "Sex", "Age", "Visit", "Modality",
             "Description", "Type", "Acq Date", "Format", "Downloaded"]  # fmt: skip
    table = [lines]
    for subject, group, visit, time, image_id, date in SCANS:
        image, _ = fake_volume((30, 34, 28), low=0, high=900, seed=image_id)
        name = f"ADNI_{subject}_MR_MP-RAGE__br_raw_20060418193713091_1_S13408_I{image_id}.nii"
        above = "S14231" if subject == "027_S_0408" else f"I{image_id}"
        fake_nifti(root / "ADNI" / subject / "MP-RAGE" / time / above / name, image)
        table.append([f"I{image_id}", subject, group, "M", "84", visit, "MRI", "MP-RAGE",
                      "Original", date, "NiFTI", "11/22/2024"])  # fmt: skip
    pet = "ADNI_005_S_0221_PT_Coreg__Avg__Standardized_Image_br_20070201_S24023_I36000.nii"
    at = root / "ADNI/005_S_0221/Coreg,_Avg,_Standardized_Image/2006-05-25_14_00_00.0/I36000"
    fake_nifti(at / pet, image)
    table.append(["I36000", "005_S_0221", "AD", "M", "84", "bl", "PET", "Coreg", "Processed",
                  "5/25/2006", "NiFTI", "11/22/2024"])  # fmt: skip
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in table) + "\n"
    write_text(root / "ADNI1_Baseline_11_22_2024.csv", text)
