"""fastMRI+: two tables of boxes, images in fastMRI's HDF5 files, lists of what was read."""

from pathlib import Path

import h5py
import numpy as np

from gmai_data.testing import Expected, noise, write_table, write_text

EXPECTED = Expected(
    cases=24,  # slices
    subjects=4,
    splits={"train": 12, "val": 12},
    annotations={"boxes": 3},
    names=("meniscal tear", "nonspecific white matter lesion"),
)
HEADER = ["file", "slice", "study_level", "x", "y", "width", "height", "label"]


def make(root: Path) -> None:
    """Boxes are counted from the lower edge; a study-level row has none; one scan is normal."""
    for place, scan, name in (
        ("singlecoil_train", "file1000001", "reconstruction_esc"),
        ("singlecoil_val", "file1000031", "reconstruction_esc"),
        ("multicoil_train", "file_brain_AXFLAIR_200_6002425", "reconstruction_rss"),
        ("multicoil_val", "file_brain_AXT2_200_2000019", "reconstruction_rss"),
    ):
        (root / place).mkdir(parents=True, exist_ok=True)
        with h5py.File(root / place / f"{scan}.h5", "w") as file:
            file[name] = (noise((6, 40, 40), scan) * 1e-4).astype(np.float32)
            if "brain" not in scan:
                file["reconstruction_rss"] = file[name][:]
            file["kspace"] = np.zeros((6, 64, 40), np.complex64)
            file.attrs["acquisition"] = "CORPD_FBK" if "brain" not in scan else "AXFLAIR"
    write_table(
        root / "Annotations" / "knee.csv",
        HEADER,
        [["file1000001", 2, "No", 10, 6, 8, 9, "Meniscus Tear"],
         ["file1000001", 2, "No", 20, 22, 6, 6, "Cartilage - Partial Thickness loss/defect"],
         ["file1000001", 0, "Yes", "", "", "", "", "Artifact"]],
    )  # fmt: skip
    write_table(
        root / "Annotations" / "brain.csv",
        HEADER,
        [["file_brain_AXFLAIR_200_6002425", 3, "No", 9, 12, 5, 6,
          "Nonspecific white matter lesion"],
         ["file_brain_AXT2_200_2000019", 0, "Yes", "", "", "", "", "Normal for age"]],
    )  # fmt: skip
    write_text(root / "Annotations" / "knee_file_list.csv", "file1000001\nfile1000031\n")
    write_text(
        root / "Annotations" / "brain_file_list.csv",
        "file_brain_AXFLAIR_200_6002425\nfile_brain_AXT2_200_2000019\n",
    )
