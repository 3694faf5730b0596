"""ToothFairy2: nnU-Net folders of MetaImage, FDI numbers of teeth as values."""

from pathlib import Path

from gmai_data.testing import Expected, write_json
from tests.pairs import cells, write_pair

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 3},
    names=("mandible", "right maxillary sinus", "pharynx", "dental implant"),
)
# three columns on the patient's right: upper right teeth are 1x, lower right ones 4x
ORDER = [4, 6, 11, 3, 5, 21, 48, 18, 1, 31, 38, 2, 41, 7, 8, 28, 9, 10]


def make(root: Path) -> None:
    """Names end in F or P, for where a scan comes from; values 19, 20, 29 … are of nothing."""
    base = root / "Dataset112_ToothFairy2"
    for name in ("ToothFairy2F_001", "ToothFairy2F_002", "ToothFairy2P_001"):
        write_pair(base / "imagesTr" / f"{name}_0000.mha", base / "labelsTr" / f"{name}.mha",
                   cells(ORDER), low=-1000, high=3000, spacing_mm=(0.3, 0.3, 0.3))  # fmt: skip
    write_json(base / "dataset.json", {
        "channel_names": {"0": "CBCT"}, "numTraining": 3, "file_ending": ".mha",
        "labels": {"background": 0, "Lower Jawbone": 1, "Upper Jawbone": 2, "NA1": 19},
    })  # fmt: skip
