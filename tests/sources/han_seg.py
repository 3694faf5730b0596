"""HaN-Seg: NRRD per organ at risk beside CT and an unregistered MR; an organ may be missing."""

from pathlib import Path

from gmai_data.testing import Expected, write_table
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    names=("brainstem", "left parotid gland", "right parotid gland", "mandible", "optic chiasm"),
)
# organ -> place of its box; sides agree with the geometry
ORGANS = ("Parotid_R", "OpticNrv_R", "Brainstem", "SpinalCord", "OpticNrv_L", "Parotid_L",
          "A_Carotid_R", "Bone_Mandible", "OpticChiasm", "Pituitary", "Glnd_Thyroid",
          "A_Carotid_L")  # fmt: skip


def make(root: Path) -> None:
    """Case 2 has no chiasm; the MR is on another grid."""
    places = cells(range(1, len(ORGANS) + 1))
    for case in ("case_01", "case_02"):
        folder = root / "HaN-Seg" / "set_1" / case
        labels = write_pair(folder / f"{case}_IMG_CT.nrrd", None, places)
        write_pair(
            folder / f"{case}_IMG_MR_T1.nrrd", None, {}, shape=(24, 24, 12),
            spacing_mm=(0.8, 0.8, 3), low=0, high=900,
        )  # fmt: skip
        for value, organ in enumerate(ORGANS, 1):
            if (case, organ) != ("case_02", "OpticChiasm"):
                mask = (labels == value).astype("uint8")
                write_volume(folder / f"{case}_OAR_{organ}.seg.nrrd", mask)
    write_table(root / "HaN-Seg" / "OAR_data.csv", ["OAR", "label"], [["Brainstem", 5]])
    write_table(root / "HaN-Seg" / "patient_data.csv", ["case", "sex"], [["case_01", "M"]])
