"""PDDCA: NRRD per structure in a folder of its own, landmarks beside, structures may be missing."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    names=("brainstem", "mandible", "left optic nerve", "right optic nerve",
           "left submandibular gland"),
)  # fmt: skip
STRUCTURES = ("Parotid_R", "OpticNerve_R", "BrainStem", "Chiasm", "OpticNerve_L", "Parotid_L",
              "Submandibular_R", "Mandible", "Submandibular_L")  # fmt: skip


def make(root: Path) -> None:
    """Patient 0522c0555 has no submandibular glands."""
    places = cells(range(1, len(STRUCTURES) + 1))
    for patient in ("0522c0001", "0522c0555"):
        labels = write_pair(root / patient / "img.nrrd", None, places, seed=patient)
        for value, name in enumerate(STRUCTURES, 1):
            if patient == "0522c0001" or not name.startswith("Submandibular"):
                mask = (labels == value).astype("uint8")
                write_volume(root / patient / "structures" / f"{name}.nrrd", mask)
        write_text(
            root / patient / f"{patient}.fcsv",
            "# Markups fiducial file version = 4.3\n# columns = id,x,y,z\n0,1.0,2.0,3.0\n",
        )
