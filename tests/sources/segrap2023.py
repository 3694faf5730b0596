"""SegRap 2023: two CTs and a binary file per structure, and merged maps in a folder beside."""

from pathlib import Path

from gmai_data.testing import Expected
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=4,
    subjects=2,
    names=("brain", "brainstem", "left parotid gland", "right parotid gland"),
)
STRUCTURES = ("Parotid_R", "Eye_R", "BrainStem", "SpinalCord", "Eye_L", "Parotid_L",
              "GTVp", "GTVnd")  # fmt: skip
TRAINING = "SegRap2023_Training_Set_120cases"


def make(root: Path) -> None:
    """The brain holds the brainstem: the files overlap, the merged map has a class for that."""
    places = cells(range(1, len(STRUCTURES) + 1))
    for name in ("segrap_0000", "segrap_0013"):
        folder = root / TRAINING / name
        labels = write_pair(folder / "image.nii.gz", None, places, seed=name)
        write_pair(folder / "image_contrast.nii.gz", None, places, seed=name + "contrast")
        for value, structure in enumerate(STRUCTURES, 1):
            write_volume(folder / f"{structure}.nii.gz", (labels == value).astype("uint8"))
        brain = (labels >= 2) & (labels <= 5)
        write_volume(folder / "Brain.nii.gz", brain.astype("uint8"))
        merged = root / f"{TRAINING}_OneHot_Labels"
        write_volume(merged / "Task001" / f"{name}.nii.gz", brain.astype("uint8"))
        gross = (labels == 7) + 2 * (labels == 8)
        write_volume(merged / "Task002" / f"{name}.nii.gz", gross.astype("uint8"))
