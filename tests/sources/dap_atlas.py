"""DAP Atlas: label maps alone, named after parts of two folder levels of autoPET's images."""

from pathlib import Path

from gmai_data.testing import Expected, write_text
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("liver", "oesophagus", "pancreas"),
    rejected=1,  # the study without an atlas is not of this source
)
STUDIES = (
    ("0011f3deaf", "03-23-2003-NA-PET-CT Ganzkoerper  primaer mit KM-10445", True),
    ("01140d52d8", "08-13-2005-NA-PET-CT Ganzkoerper  primaer mit KM-56839", True),
    ("01140d52d8", "09-20-2005-NA-PET-CT Ganzkoerper  primaer mit KM-49160", False),
)


def make(root: Path) -> None:
    """One study of the second patient has no atlas; 1 is tissue that is not told apart."""
    images = root.parent / "autopet-fdg" / "FDG-PET-CT-Lesions"
    atlas = root / "Atlas_final_dataset_V1_533"
    for patient, study, labelled in STUDIES:
        name = f"AutoPET_{patient}_{study.rsplit('-', 1)[1]}.nii.gz"
        write_pair(
            images / f"PETCT_{patient}" / study / "CT.nii.gz",
            atlas / name if labelled else None,
            cells((1, 2, 6, 12, 13, 14)),
            spacing_mm=(2, 2, 3),
        )
    write_text(atlas / f"._{name}", "Mac OS X")
